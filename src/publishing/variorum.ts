/**
 * The Astro integration: read the edition before anything is built, and finish what Astro leaves after.
 */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { AstroError } from 'astro/errors';
import type { Edition } from '../core/model.ts';
import { count, formatReport, hasErrors } from '../core/problem.ts';
import { edition, setEdition } from '../edition/current.ts';
import { readEdition } from '../edition/read.ts';
import { parseCacheFile, settings } from '../edition/settings.ts';
import { makeFonts } from './fonts.ts';
import { writeHeaders } from './headers.ts';
import { lastBuild } from './last-build.ts';
import { watchContent } from './watch-content.ts';
import { writeSearchIndex } from './search-index.ts';

export function variorum(): AstroIntegration {
  const { content, site, base } = settings();
  return {
    name: 'variorum',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, logger, config }) => {
        if (command !== 'build' && command !== 'dev') return;
        const read = readEdition(content, { base, cache: parseCacheFile(content), dated: true });
        setEdition(read.edition, formatReport(read.problems));
        if (read.problems.length > 0)
          (hasErrors(read.problems) ? logger.error : logger.warn).call(logger, `\n${formatReport(read.problems)}`);
        if (!read.edition && command === 'build') throw contentError(read.problems);
        await makeFonts(read.edition, aboutText(content), resolve(fileURLToPath(config.root), '.cache/fonts'));
        if (command === 'dev')
          updateConfig({ vite: { plugins: [watchContent(content, base), lastBuild(fileURLToPath(config.outDir), content, base)] } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        for (const name of edition().images) cpSync(join(content, 'images', name), join(out, 'images', name));
        writeHeaders(out, base);
        const indexed = await writeSearchIndex(edition(), out);
        tell(logger, edition(), indexed, site);
      },
    },
  };
}

function aboutText(content: string): string {
  const file = join(content, 'about.mdx');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The report as the error of a build, pointing to the first problem's line. */
function contentError(problems: ReturnType<typeof readEdition>['problems']): AstroError {
  const error = new AstroError('The content has problems.', formatReport(problems));
  const first = problems.find((problem) => problem.severity === 'error')?.place;
  if (first) Object.assign(error, { loc: { file: resolve(first.file), line: first.line, column: first.column } });
  return error;
}

function tell(
  logger: AstroIntegrationLogger,
  { documents, terms, claims, events }: Edition,
  indexed: number,
  site: string | undefined,
): void {
  const notes = documents.reduce((sum, document) => sum + document.annotations.length, 0);
  const mentions = documents.reduce((sum, document) => sum + document.mentions.length, 0);
  if (!site) logger.info('SITE is not set: no canonical links, no sitemap, no absolute addresses.');
  logger.info(
    `${count(documents.length, 'document')}, ${count(notes, 'note')}, ${count(terms.length, 'term')} with ${count(mentions, 'mention')}, ${count(claims.length, 'claim')}, ${count(events.length, 'event')}; ${count(indexed, 'page')} in the search index.`,
  );
}
