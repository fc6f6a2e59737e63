/**
 * The report of an import of annotations, for people: what was written, what was there already, and why the others were not.
 */
import { stringify } from 'yaml';
import { count } from '../../core/problem.ts';
import type { AnnotationOutcome, AnnotationsImported } from '../import-annotations.ts';

/** Whether every annotation is, or would be, a note now. */
export function allNoted({ annotations }: AnnotationsImported): boolean {
  return annotations.every(({ status }) => status !== 'refused');
}

/** Of more than these a person reads no more. */
const mostLines = 50;

/** The whole report. Ends with a line end. */
export function annotationsReport({ file, target, annotations, added }: AnnotationsImported, dryRun: boolean): string {
  const lines = annotations.flatMap(lineOf);
  const refused = annotations.filter(({ status }) => status === 'refused').length;
  const same = annotations.filter(({ status }) => status === 'same').length;
  const closing = [
    `${count(added.length, 'note')} ${dryRun ? 'would be written' : 'written'}`,
    ...(same > 0 ? [`${same} there already`] : []),
    ...(refused > 0 ? [`${refused} not imported`] : []),
  ];
  return [
    `${file} → ${target}`,
    ...lines.slice(0, mostLines).map((line) => `  ${line}`),
    ...(lines.length > mostLines ? [`  … and ${count(lines.length - mostLines, 'line')} more: --json has them all.`] : []),
    ...(dryRun && added.length > 0 ? ['', stringify(added, { lineWidth: 116 }).trimEnd(), ''] : []),
    `${closing.join(', ')}.`,
    '',
  ].join('\n');
}

function lineOf(outcome: AnnotationOutcome): string[] {
  const name = `annotation ${outcome.index}`;
  if (outcome.status === 'refused') return [`${name}  NOT IMPORTED  ${outcome.reason}`];
  const where = outcome.paragraph > 0 ? `¶ ${outcome.paragraph}` : 'in the footnotes, or without a place';
  const notes = outcome.remarks.map((remark) => `${name}  ${outcome.id}: ${remark}`);
  return outcome.status === 'written' ? [`${name}  ${outcome.id}, ${where}`, ...notes] : [];
}
