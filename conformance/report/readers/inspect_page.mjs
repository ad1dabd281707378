// Runs inside the page: what a person sees of it, and what is wrong with that. All of it in one function, as that is
// what goes to the browser.
export function inspect() {
  const wrong = [];
  // What is out of sight is looked at too.
  for (const geval of document.querySelectorAll('.geval')) geval.style.contentVisibility = 'visible';
  const all = [...document.body.querySelectorAll('*')];
  const nameOf = element =>
      `${element.tagName}.${element.getAttribute('class') ?? ''} "${element.textContent.trim().slice(0, 40)}"`;
  const isForEars = element => element.closest('.voorraad') !== null ||
      [element, element.parentElement].some(each => getComputedStyle(each).clipPath !== 'none');
  const shown = all.filter(element => element.checkVisibility({contentVisibilityAuto: true}) && !isForEars(element));
  const drawings = shown.filter(element => element.matches('svg.tekening'));

  const checkThatNothingSticksOut = () => {
    const width = document.scrollingElement.scrollWidth;
    if (width > innerWidth) wrong.push(`the page is ${width} wide in a window of ${innerWidth}`);
    for (const element of shown) {
      const box = element.getBoundingClientRect();
      if (box.right > innerWidth + 0.5 || box.left < -0.5) wrong.push(`sticks out: ${nameOf(element)}`);
    }
  };

  const checkLabelsOf = drawing => {
    const frame = drawing.getBoundingClientRect();
    const labels = [...drawing.querySelectorAll('text')].map(text => ({text, box: text.getBoundingClientRect()}));
    // The rows of a drawing are set closer than the boxes of their letters are high.
    const cross = (a, b) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
    labels.forEach(({text, box}, i) => {
      if (box.left < frame.left - 0.5 || box.right > frame.right + 0.5 || box.bottom > frame.bottom + 0.5) {
        wrong.push(`label outside its drawing: ${nameOf(text)}`);
      }
      for (const other of labels.slice(i + 1)) {
        if (cross(box, other.box)) wrong.push(`labels overlap: ${nameOf(text)}, ${nameOf(other.text)}`);
      }
    });
  };

  // WCAG 2.2 AA: 4.5 to 1 for text.
  const checkContrast = () => {
    const parse = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const linear = value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const luminance = ([r, g, b]) =>
        0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
    const behind = element => {
      for (let at = element; at; at = at.parentElement) {
        const [r, g, b, alpha = 1] = parse(getComputedStyle(at).backgroundColor);
        if (alpha > 0) return [r, g, b];
      }
      return [255, 255, 255];
    };
    const found = new Set();
    for (const element of shown) {
      const hasText = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (!hasText || element.closest('svg')) continue;
      const one = luminance(parse(getComputedStyle(element).color));
      const other = luminance(behind(element));
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      if (contrast < 4.5) found.add(`contrast ${contrast.toFixed(2)}: ${element.tagName}.${element.className}`);
    }
    wrong.push(...found);
  };

  const checkStructure = () => {
    let level = 0;
    for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
      const next = Number(heading.tagName[1]);
      if (next > level + 1) wrong.push(`h${level} is followed by ${nameOf(heading)}`);
      level = next;
    }
    for (const link of document.querySelectorAll('a[href]')) {
      const target = link.getAttribute('href');
      if (!target.startsWith('#') || !document.getElementById(target.slice(1))) wrong.push(`leads nowhere: ${target}`);
    }
    const ids = all.map(element => element.id).filter(id => id !== '');
    if (new Set(ids).size !== ids.length) wrong.push('an id is there twice');
    for (const drawing of drawings) {
      if (!drawing.getAttribute('aria-label')) wrong.push(`a drawing without a text for who cannot see it`);
    }
  };

  checkThatNothingSticksOut();
  drawings.forEach(checkLabelsOf);
  checkContrast();
  checkStructure();

  const isOnFirstScreen = selector => document.querySelector(selector).getBoundingClientRect().bottom <= innerHeight;
  return {
    wrong,
    height: document.scrollingElement.scrollHeight,
    title: document.title,
    verdict: document.querySelector('.uitspraak').textContent,
    tone: document.querySelector('.kop').className,
    hasVerdictOnFirstScreen: isOnFirstScreen('.uitspraak') && isOnFirstScreen('.gegevens dd'),
    drawings: drawings.length,
    cases: document.querySelectorAll('[id^=geval-]:not(ol)').length,
    regels: document.querySelectorAll('.matrix tbody tr').length,
  };
}
