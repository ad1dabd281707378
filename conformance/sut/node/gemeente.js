// A small but complete gemeente, to copy and to start from (README.md): serves GemeenteService or collects
// from the Inlichtingenbureau, applies each delivery once, acknowledges only what is on disk. Time comes from
// the messages, never from this machine's clock. No BSN is ever logged.
const {createHash} = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const {setTimeout: sleep} = require('node:timers/promises');
const {parseArgs} = require('node:util');
const grpc = require('@grpc/grpc-js');
const {loadSync} = require('@grpc/proto-loader');

const [CALL_MS, LONGEST_PAUSE_S] = [20_000, 30];
const REPORT_FIELDS = ['gemeentecode', 'datum', 'bestandsnaam', 'sha256', 'aantal_rijen'];
const MELDING_FIELDS = ['gemeentecode', 'datum', 'doorlevering', 'bericht', 'inhoud'];
const log = (text) => console.error(`gemeente: ${text}`);

// The .proto files are read at every start, so this is always in step with the contract.
const files = ['ketenproef/v1/gemeente_service.proto', 'ketenproef/v1/inlichtingenbureau_service.proto'];
const {v1} = grpc.loadPackageDefinition(loadSync(files, {
  includeDirs: [path.join(__dirname, '../../../proto')],
  keepCase: true, longs: Number, enums: String, defaults: true, oneofs: true,
})).ketenproef;

// A refusal of a call.
const refusal = (code, details) => Object.assign(new Error(details), {code, details});
const invalid = (details) => refusal(grpc.status.INVALID_ARGUMENT, details);
const otherContent = (details) => refusal(grpc.status.ALREADY_EXISTS, details);

// A Datum as one number that sorts, such as 20250301.
function day(datum) {
  const {jaar = 0, maand = 0, dag = 0} = datum ?? {};
  const date = new Date(Date.UTC(jaar, maand - 1, dag));
  if (jaar < 1900 || date.getUTCMonth() !== maand - 1 || date.getUTCDate() !== dag) {
    throw invalid('datum_van, datum_tot: must be existing days');
  }
  return jaar * 10_000 + maand * 100 + dag;
}

// What is wrong with a report, or undefined. Its fields hold no line breaks (CSV-01), so lines are rows.
function faultOf(report, content) {
  const name = /^Re-integratie_signaalrapport_([0-9]{4})_[0-9]{8}\.csv$/.exec(report.bestandsnaam);
  if (name?.[1] !== report.gemeentecode) {  // a name with a path in it could leave our folder
    return 'bestandsnaam: not that of a report for this gemeente (CSV-04)';
  }
  if (createHash('sha256').update(content).digest('hex') !== report.sha256) {
    return 'sha256: the bytes received have another';
  }
  const rows = content.toString('latin1').split('\r\n').length - 2;
  return rows === report.aantal_rijen ? undefined : `aantal_rijen: ${rows} rows were received`;
}

// What is kept of a message: the fields that its repeats have in common, and when the first one came.
function entryOf(id, message, fields, moment) {
  const inhoud = Object.fromEntries(fields.map((field) => [field, message[field] ?? undefined]));
  return {id, inhoud, tijdstip: message[moment]?.seconds};
}

// Runs `change` on a file, or nothing on a folder, and returns when what it holds is on disk.
function synced(name, flags, change) {
  const fd = fs.openSync(name, flags);
  change?.(fd);
  fs.fsyncSync(fd);
  fs.closeSync(fd);
}

// What was received, durably: reports as files, and a line of JSON for each delivery in ontvangen.jsonl,
// written last: who finds it finds the report too. One process per folder.
class Store {
  constructor(folder) {
    this.reports = path.join(folder, 'rapportages');
    fs.mkdirSync(this.reports, {recursive: true});
    const file = path.join(folder, 'ontvangen.jsonl');
    this.fd = fs.openSync(file, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o600);
    const lines = fs.readFileSync(file, 'utf8').split('\n');
    lines.pop();  // empty, or the line that a crash cut off, which was not acknowledged
    const entries = lines.map((line) => JSON.parse(line));
    this.known = new Map(entries.map(({id, inhoud}) => [id, JSON.stringify(inhoud)]));
    this.end = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
    synced(folder, 'r');
  }

  // Returns how many were new. ALREADY_EXISTS: other content under a known name; nothing was kept.
  keep(entries, report) {
    for (const {id, inhoud} of entries) {
      if ((this.known.get(id) ?? JSON.stringify(inhoud)) !== JSON.stringify(inhoud)) {
        throw otherContent('this id came before with other content');
      }
    }
    const fresh = entries.filter(({id}) => !this.known.has(id));
    if (fresh.length && report) this.writeReport(`${this.reports}/${fresh[0].inhoud.bestandsnaam}`, report);
    const lines = Buffer.from(fresh.map((entry) => JSON.stringify(entry) + '\n').join(''));
    fs.ftruncateSync(this.fd, this.end);  // what an append that failed has left
    for (let at = 0; at < lines.length;) {
      at += fs.writeSync(this.fd, lines, at, lines.length - at, this.end + at);
    }
    fs.fsyncSync(this.fd);
    this.end += lines.length;
    for (const {id, inhoud} of fresh) this.known.set(id, JSON.stringify(inhoud));
    return fresh.length;
  }

  writeReport(name, content) {
    if (fs.existsSync(name) && !fs.readFileSync(name).equals(content)) {
      throw otherContent('a report of this name came before with other content (CSV-05)');
    }
    synced(`${name}.new`, 'w', (fd) => fs.writeFileSync(fd, content));
    fs.renameSync(`${name}.new`, name);
    synced(this.reports, 'r');
  }
}

// What the Inlichtingenbureau calls.
function handlers(config, store) {
  // Makes a gRPC handler of a function that returns the response or throws.
  const unary = (handle) => (call, callback) => {
    try {
      const omgeving = call.metadata.get('omgeving')[0] ?? 'standaard';
      if (omgeving !== config.omgeving || !config.gemeentecodes.includes(call.request.gemeentecode)) {
        throw refusal(grpc.status.NOT_FOUND, 'omgeving, gemeentecode: not served here');
      }
      callback(null, handle(call.request));
    } catch (error) {  // what the disk refuses can be tried again
      const own = Number.isInteger(error.code);
      callback(own ? error : refusal(grpc.status.UNAVAILABLE, `cannot be kept now: ${error.code ?? error.name}`));
    }
  };

  // The periods that share a day with first..last; the file is read anew, so that it can be edited meanwhile.
  function lksOf({bsn, gemeentecode}, first, last) {
    const rows = config.lks_file ? JSON.parse(fs.readFileSync(config.lks_file, 'utf8')) : config.lks_perioden;
    return rows.filter((lks) => lks.bsn === bsn && lks.gemeentecode === gemeentecode)
        .filter((lks) => day(lks.datum_van) <= last && (!lks.datum_tot || day(lks.datum_tot) >= first))
        .sort((a, b) => day(a.datum_van) - day(b.datum_van));
  }

  return {
    LookupLks: unary((request) => {
      const [first, last] = [day(request.datum_van), day(request.datum_tot)];
      try {
        const lks_perioden = lksOf(request, first, last);
        const antwoord = lks_perioden.length ? 'LKS_ANTWOORD_GEVONDEN' : 'LKS_ANTWOORD_NIETS_GEVONDEN';
        return {antwoord, lks_perioden};
      } catch (error) {  // not being able to tell is not the same as "nothing found" (SIG-09)
        log(`the LKS administration cannot be read: ${error.name}`);
        return {antwoord: 'LKS_ANTWOORD_NIET_BESCHIKBAAR'};
      }
    }),
    DeliverRapportage: unary((request) => {
      const fault = faultOf(request, request.inhoud);
      if (fault) throw invalid(fault);
      const entry = entryOf(request.bericht_id, request, REPORT_FIELDS, 'tijdstip');
      return {herhaald: store.keep([entry], request.inhoud) === 0};
    }),
    DeliverMelding: unary((request) => {
      if (!request.melding) throw invalid('melding: not set');
      const entry = entryOf(request.bericht_id, request, MELDING_FIELDS, 'tijdstip');
      return {herhaald: store.keep([entry]) === 0};
    }),
  };
}

// One round: keeps what the Inlichtingenbureau has for these gemeenten, and only then confirms it.
async function collect(client, config, store) {
  const metadata = new grpc.Metadata();
  metadata.set('omgeving', config.omgeving);
  const within = () => ({deadline: Date.now() + CALL_MS});
  const call = (method, request) => new Promise((resolve, reject) => {
    client[method](request, metadata, within(), (error, response) => error ? reject(error) : resolve(response));
  });
  // Every page, before anything is confirmed: confirming takes records out of the list.
  const listed = async (method, field, filters) => {
    const page = await call(method, filters);
    const next = {...filters, page_token: page.next_page_token};
    return [...page[field], ...(next.page_token ? await listed(method, field, next) : [])];
  };

  for (const gemeentecode of config.gemeentecodes) {
    const open = {gemeentecode, alleen_onbevestigd: true};
    for (const report of await listed('ListRapportages', 'rapportages', open)) {
      const {rapportage_id, sha256, aantal_rijen} = report;
      const name = `rapportage ${rapportage_id}`;
      if (!store.known.has(name)) {
        const parts = [];
        const download = client.DownloadRapportage({rapportage_id}, metadata, within());
        let fault;  // one that cannot be had is in nobody's way
        await download.forEach((part) => parts.push(part.inhoud)).catch((error) => fault = error.details);
        const content = Buffer.concat(parts);
        if (fault ??= faultOf(report, content)) {
          log(`${name}: ${fault}`);
          continue;  // it stays unconfirmed, so the next round fetches it again
        }
        store.keep([entryOf(name, report, REPORT_FIELDS, 'klaargezet_tijdstip')], content);
      }
      await call('ConfirmRapportage', {rapportage_id, sha256, aantal_rijen});
      log(`${name}: received and confirmed`);
    }
    const keep = (items) => store.keep(items.map((item) => entryOf(item.bericht_id, item, MELDING_FIELDS)));
    const forwarded = await listed('ListDoorleveringen', 'doorleveringen', open);
    keep(forwarded);
    for (let at = 0; at < forwarded.length; at += 1000) {
      const bericht_ids = forwarded.slice(at, at + 1000).map(({bericht_id}) => bericht_id);
      await call('ConfirmDoorleveringen', {bericht_ids});
    }
    keep(await listed('ListBerichten', 'berichten', {gemeentecode}));  // these are not confirmed
  }
}

function serve(config, store) {
  const server = new grpc.Server();
  server.addService(v1.GemeenteService.service, handlers(config, store));
  server.bindAsync(config.listen, grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    console.log(JSON.stringify({address: config.listen.replace(/[0-9]+$/, port)}));
  });
}

async function follow(config, store) {
  const channel = [grpc.credentials.createInsecure(), {'grpc.max_reconnect_backoff_ms': 1000}];
  const client = new v1.InlichtingenbureauService(config.inlichtingenbureau, ...channel);
  console.log(JSON.stringify({address: ''}));
  for (let pause = config.poll_seconds;; await sleep(pause * 1000)) {
    try {
      await collect(client, config, store);
      pause = config.poll_seconds;
    } catch (error) {
      pause = Math.min(pause * 2, LONGEST_PAUSE_S);
      log(`again in ${pause} s: ${grpc.status[error.code] ?? error.message}`);
    }
  }
}

// Configuration: flags or, where there are none, a JSON object of the same names on stdin.
const options = {'mode': 'serve', 'omgeving': 'standaard', 'listen': '127.0.0.1:0', 'poll-seconds': '1',
                 'gemeentecodes': '', 'folder': '', 'inlichtingenbureau': '', 'lks-file': ''};
for (const name of Object.keys(options)) options[name] = {type: 'string', default: options[name]};
const {values} = parseArgs({options});
const given = process.argv.length > 2 ? {gemeentecodes: values.gemeentecodes.split(',')} :
                                        JSON.parse(fs.readFileSync(0, 'utf8'));
const flags = Object.entries(values).map(([name, value]) => [name.replace('-', '_'), value]);
const config = {...Object.fromEntries(flags), lks_perioden: [], ...given};
for (const name of ['gemeentecodes', 'folder', config.mode === 'collect' ? 'inlichtingenbureau' : 'listen']) {
  if (!config[name].length) {
    log(`${name} is missing: as JSON on stdin, or as --${name}`);
    process.exit(2);
  }
}
// Between two turns of the event loop nothing is half kept.
for (const name of ['SIGTERM', 'SIGINT']) process.on(name, () => process.exit(0));
(config.mode === 'collect' ? follow : serve)(config, new Store(config.folder));
