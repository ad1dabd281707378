// Opens an HTML report in Chromium as people do, takes its pictures, and says what is wrong with it.
//
//   node look_at_page.mjs NODE_MODULES REPORT.html PICTURES [LOOK]
//
// Prints a line of JSON for each look, and a line for everything that is wrong. Exit code 1 where anything is.
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import {inspect} from './inspect_page.mjs';

const LOOKS = [
  {name: 'phone', width: 320, height: 640, scale: 2},
  {name: 'phone-dark-unfolded', width: 320, height: 640, scale: 2, isDark: true, isUnfolded: true},
  {name: 'desktop', width: 1200, height: 900, scale: 1},
  {name: 'desktop-dark', width: 1200, height: 900, scale: 1, isDark: true},
  {name: 'paper', width: 718, height: 1000, scale: 1, isPrint: true},
];
// Chromium paints no more than this in one picture.
const MAX_PICTURE_HEIGHT = 8000;
// Of real time, for a machine that is busy.
const PATIENCE_MS = 240_000;

const [modules, report, pictures, only] = process.argv.slice(2);
const {chromium} = createRequire(`${modules}/`)('playwright-core');
const address = pathToFileURL(report).href;
let isWell = true;

async function look(browser, {name, width, height, scale, isDark, isUnfolded, isPrint}) {
  const wrong = [];
  const context = await browser.newContext({
    viewport: {width, height},
    deviceScaleFactor: scale,
    colorScheme: isDark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  if (isPrint) await page.emulateMedia({media: 'print'});
  page.on('console', message => wrong.push(`console: ${message.text()}`));
  page.on('pageerror', error => wrong.push(`error: ${error.message}`));
  page.on('dialog', dialog => {
    wrong.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('request', request => {
    if (request.url() !== address) wrong.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  if (isUnfolded) {
    await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)));
  }
  const seen = await page.evaluate(inspect);
  wrong.push(...seen.wrong);
  await page.screenshot({path: `${pictures}/${name}.png`, fullPage: seen.height <= MAX_PICTURE_HEIGHT});
  await context.close();

  delete seen.wrong;
  console.log(JSON.stringify({look: name, ...seen}));
  for (const problem of wrong.slice(0, 20)) console.log(`  ${problem}`);
  isWell = isWell && wrong.length === 0;
}

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  timeout: PATIENCE_MS,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync'],
});
for (const each of LOOKS.filter(({name}) => !only || name === only)) await look(browser, each);
await browser.close();
process.exit(isWell ? 0 : 1);
