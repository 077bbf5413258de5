import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { answer, HARVESTING_PATH, LOOPBACK, type ServedFolder } from '../discovery/http/site.js';
import { serveAt, type WebServer } from '../discovery/http/web-server.js';
import { harvestingOf } from '../discovery/oai/harvesting.js';
import { webEditionsIn } from '../discovery/web-folders.js';
import { webAddress } from '../metadata/standard-numbers.js';
import { E_MAIL } from '../model/e-mail.js';
import type { Terminal } from './terminal.js';
import type { Call, ExitCode, OptionValues, Verb } from './verb.js';

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 8080;

/** `serve EDITION…`: web editions over HTTP, and their metadata to harvesters. */
export const verb: Verb = {
  name: 'serve',
  description:
    'Serves web editions over HTTP: one at the top of the address, several each under the name of its folder. Only this machine reaches them unless --host says otherwise. ' +
    'With --oai, library systems can harvest the metadata of the volumes and their documents by OAI-PMH 2.0, in Dublin Core, MODS and DataCite: all, or what has changed since a day, or a chapter. ' +
    'For that, the manifest gives the `address` at which the edition is published, and `contact`. An edition that is built anew meanwhile is served as it is then. Ctrl-C ends the server.',
  argument: {
    name: 'EDITION',
    count: 'many',
    description: 'a folder that `chancery build` has made, its folder html, or a folder that holds such folders',
  },
  options: {
    oai: { description: `answer harvesters (OAI-PMH) at ${HARVESTING_PATH}` },
    port: { value: 'NUMBER', short: 'p', description: `the port (default: ${DEFAULT_PORT}); 0 takes one that is free` },
    host: {
      value: 'HOST',
      description: `the name or address of this machine to wait at (default: ${DEFAULT_HOST}, this machine alone); 0.0.0.0 lets other machines in`,
    },
    address: {
      value: 'URL',
      description:
        'with --oai: the address under which harvesters reach this server, where another server stands before it',
    },
    email: { value: 'ADDRESS', description: 'with --oai: to whom questions go (default: `contact` of the manifest)' },
  },
  examples: [
    ['chancery serve dist/sampler', `read the web edition at http://${DEFAULT_HOST}:${DEFAULT_PORT}/`],
    ['chancery serve dist --oai', 'serve all editions in dist, and let their metadata be harvested'],
    [
      'chancery serve dist --oai --host 0.0.0.0 --address https://editions.example.org/',
      'let other machines in, behind a web server that is reached at that address',
    ],
  ],
  run,
};

async function run({ arguments: paths, options, terminal }: Call): Promise<ExitCode> {
  const wrong = wrongOptions(options);
  if (wrong.length > 0) return refuse(terminal, wrong);
  const { value: folders, diagnostics: found } = webEditionsIn(paths);
  if (folders === undefined) return refuse(terminal, found);
  const isHarvested = options.flag('oai');
  const harvesting = isHarvested
    ? harvestingOf(
        folders.map(({ folder }) => folder),
        options.value('email'),
      )
    : { diagnostics: [] };
  if (hasErrors(harvesting.diagnostics)) return refuse(terminal, harvesting.diagnostics);
  const { value } = harvesting;
  const served = { folders, ...(value === undefined ? {} : { harvesting: value }) };
  const [host, port] = [options.value('host') ?? DEFAULT_HOST, Number(options.value('port') ?? DEFAULT_PORT)];
  const given = options.value('address')?.replace(/\/*$/, '/');
  const hosts = hostsOf(host, given);
  let server: WebServer;
  try {
    server = await serveAt(
      (request, own) => answer({ ...served, ...hosts, address: given ?? own }, request, Date.now()),
      host,
      port,
    );
  } catch (error) {
    return refuse(terminal, [unreachable(host, port, error as NodeJS.ErrnoException)]);
  }
  const { address } = server;
  const oai = isHarvested ? `${given ?? address}${HARVESTING_PATH.slice(1)}` : undefined;
  const { diagnostics } = harvesting;
  terminal.report(diagnostics);
  terminal.sayJson({ address, ...(oai === undefined ? {} : { oai }), editions: folders, diagnostics });
  terminal.say(
    [...linesOf(folders, address), ...(oai === undefined ? [] : [`OAI-PMH: ${oai}?verb=Identify`]), END].join('\n'),
  );
  await interrupted();
  await server.close();
  return 0;
}

/** The names under which a server for this machine alone may be asked, with that under which another server before it is; one for others is asked by any. */
function hostsOf(host: string, address: string | undefined): { readonly hosts?: readonly string[] } {
  if (!/^(?:localhost|127(?:\.\d+){3}|::1)$/i.test(host)) return {};
  const own = host.includes(':') ? `[${host}]` : host.toLowerCase();
  const known = address === undefined ? [] : [new URL(address).hostname];
  return { hosts: [...new Set([...LOOPBACK, own, ...known])] };
}

const END = 'Ctrl-C ends the server.';

/** Where each edition is read. */
function linesOf(folders: readonly ServedFolder[], address: string): readonly string[] {
  const isOne = folders.length === 1;
  return folders.map(({ name, folder }) => `${folder}: ${address}${isOne ? '' : `${encodeURIComponent(name)}/`}`);
}

function refuse(terminal: Terminal, diagnostics: readonly Diagnostic[]): ExitCode {
  terminal.report(diagnostics);
  terminal.sayJson({ diagnostics });
  return 2;
}

/** Waits until somebody wants the program to end. */
async function interrupted(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      for (const signal of signals) process.off(signal, end);
      resolve();
    };
    for (const signal of signals) process.on(signal, end);
  });
}

function wrongOptions(options: OptionValues): readonly Diagnostic[] {
  const [port, address, email, host] = ['port', 'address', 'email', 'host'].map((name) => options.value(name));
  const isHarvested = options.flag('oai');
  const refused = (option: string, value: string, allowed: string): Diagnostic =>
    diagnostic('CM007', { option, value, allowed });
  return [
    ...(port === undefined || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535)
      ? []
      : [refused('--port', port, 'a number from 0 to 65535')]),
    ...(address === undefined || (webAddress(address) !== undefined && !/[?#]/.test(address))
      ? []
      : [refused('--address', address, 'the address of a web site: https://editions.example.org/')]),
    ...(email === undefined || E_MAIL.test(email)
      ? []
      : [refused('--email', email, 'an e-mail address: editors@example.org')]),
    ...(isHarvested
      ? []
      : ['address', 'email'].flatMap((name) =>
          options.value(name) === undefined ? [] : [diagnostic('DI017', { option: `--${name}` })],
        )),
    // Harvesters keep the address that they are told, and this is none.
    ...(isHarvested && address === undefined && /^(?:0\.0\.0\.0|::)$/.test(host ?? '')
      ? [diagnostic('DI018', { host: host ?? '' })]
      : []),
  ];
}

function unreachable(host: string, port: number, { code, message }: NodeJS.ErrnoException): Diagnostic {
  const reason = REASONS[code ?? ''] ?? message;
  return diagnostic('DI015', { address: `${host}, port ${port}`, reason });
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program waits there',
  EADDRNOTAVAIL: 'this machine has no such address',
  EACCES: 'the system keeps it to itself',
  ENOTFOUND: 'no machine has that name',
  EAI_AGAIN: 'no machine is known by that name',
};
