/**
 * In dev, a change of the content is read at once. Its problems are shown over the page, and the last edition without any is
 * served on.
 */
import { resolve, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { formatReport, hasErrors } from '../core/problem.ts';
import { setEdition } from '../edition/current.ts';
import { readEdition } from '../edition/read.ts';
import { parseCacheFile } from '../edition/settings.ts';

/** A Vite plugin that reads the edition again when a file of it changes, and reloads every open page. */
export function watchContent(content: string, base: string): Plugin {
  const folder = resolve(content) + sep;
  return {
    name: 'variorum:watch-content',
    configureServer(server) {
      server.watcher.add(folder);
      let waiting: NodeJS.Timeout | undefined;
      server.watcher.on('all', (_event, path) => {
        if (!resolve(path).startsWith(folder)) return;
        clearTimeout(waiting);
        // An editor that saves several files at once is read once.
        waiting = setTimeout(() => readAgain(server, content, base), 50);
      });
    },
  };
}

function readAgain(server: ViteDevServer, content: string, base: string): void {
  const { edition, problems } = readEdition(content, { base, cache: parseCacheFile(content), dated: true });
  const report = formatReport(problems);
  setEdition(edition, report);
  for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
  if (problems.length > 0) server.config.logger.warn(`\n${report}`);
  if (!edition) {
    const first = problems.find((problem) => problem.severity === 'error')?.place;
    server.ws.send({
      type: 'error',
      err: {
        message: report,
        stack: '',
        plugin: 'variorum',
        ...(first && { loc: { file: resolve(first.file), line: first.line, column: first.column } }),
      },
    });
  } else server.ws.send({ type: 'full-reload' });
  if (hasErrors(problems)) server.config.logger.error('The last edition without errors is served on.');
}
