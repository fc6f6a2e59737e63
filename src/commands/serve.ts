/**
 * `npm run serve`: serve the built site, with the headers that it would have on a good host, and print the address.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, posix } from 'node:path';
import { contentTypes } from '../core/content-types.ts';
import { settings } from '../edition/settings.ts';
import { argumentsOf, refuse } from './options.ts';

if (import.meta.main) {
  const usage = 'npm run serve [-- --port 4321]';
  const { port = process.env['PORT'] || '4321' } = argumentsOf({ port: { type: 'string' } }, usage).values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) refuse(`A port is a number up to 65535, not “${port}”`, usage);
  const { base } = settings();
  if (!existsSync('dist/index.html')) {
    process.stderr.write('There is no built site yet: npm run build\n');
    process.exit(1);
  }
  const { address } = await serve('dist', { base, port: Number(port) });
  process.stdout.write(`The edition is at ${address}\n`);
}

/**
 * Serve a built site as static files.
 * @param options.port 0 takes any free port; one that is taken gives way to the next
 */
export function serve(folder: string, options: { base: string; port: number }): Promise<{ server: Server; address: string }> {
  const headers = headersOf(folder);
  const server = createServer((request, response) => {
    const { path, search } = partsOf(request.url);
    for (const [name, value] of headers) response.setHeader(name, value);
    const inside = `${path}/`.startsWith(options.base) ? join(folder, path.slice(options.base.length)) : undefined;
    const file = inside && fileAt(path.endsWith('/') ? `${inside}/` : inside);
    if (inside && !file && !path.endsWith('/') && existsSync(join(inside, 'index.html'))) {
      response.writeHead(301, { Location: `${encodeURI(path)}/${search}` }).end();
      return;
    }
    const found = file ?? join(folder, '404.html');
    response.writeHead(file ? 200 : 404, { 'Content-Type': contentTypes[extname(found)] ?? 'application/octet-stream' });
    createReadStream(found).pipe(response);
  });
  return new Promise((resolve, reject) => {
    let port = options.port;
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port < options.port + 20) server.listen(++port, '127.0.0.1');
      else reject(error);
    });
    server.on('listening', () => {
      const address = server.address();
      resolve({ server, address: `http://localhost:${typeof address === 'object' && address ? address.port : port}${options.base}` });
    });
    server.listen(port, '127.0.0.1');
  });
}

/** The headers of every page, from the site's own `_headers`. */
function headersOf(folder: string): [string, string][] {
  const first = readFileSync(join(folder, '_headers'), 'utf8').split(/^\S/m)[1] ?? '';
  return [...first.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map((match) => [match[1]!, match[2]!]);
}

/** The path of a request, decoded and without `..`, always within one slash of the root; and its query. */
function partsOf(url = '/'): { path: string; search: string } {
  const [path = '/', ...rest] = url.split('?');
  const search = rest.length > 0 ? `?${rest.join('?')}` : '';
  try {
    return {
      path: posix
        .normalize(`/${decodeURIComponent(path)}`)
        .replace(/^\/+/, '/')
        .replaceAll(/[\0-\x1f]/g, ''),
      search,
    };
  } catch {
    return { path: '/nothing-here', search };
  }
}

function fileAt(path: string): string | undefined {
  const file = path.endsWith('/') ? join(path, 'index.html') : path;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}
