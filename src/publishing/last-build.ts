/**
 * In dev, what only a build makes is served from the last one: the search index; and the edition's images from their folder.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { Plugin } from 'vite';
import { contentTypes } from '../core/content-types.ts';

/** A Vite plugin that serves `pagefind/` of the last build, and `images/` of the edition, under the base path. */
export function lastBuild(out: string, content: string, base: string): Plugin {
  const roots: [string, string][] = [
    [`${base}pagefind/`, join(out, 'pagefind')],
    [`${base}images/`, join(content, 'images')],
  ];
  return {
    name: 'variorum:last-build',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decoded((request.url ?? '').split('?')[0]!);
        const root = roots.find(([prefix]) => path.startsWith(prefix));
        const file = root && join(root[1], normalize(`/${path.slice(root[0].length)}`));
        if (!file || !existsSync(file) || !statSync(file).isFile()) return next();
        response.setHeader('Content-Type', contentTypes[extname(file)] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      });
    },
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
