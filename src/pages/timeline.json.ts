/**
 * The timeline as data: events with the passages that tell of them, and when each document was written.
 */
import { published } from '../components/addresses.ts';
import { contentTypes } from '../core/content-types.ts';
import { timelineData } from '../core/timeline-data.ts';
import { edition } from '../edition/current.ts';

export function GET(): Response {
  const text = `${JSON.stringify(timelineData(edition(), published), undefined, 1)}\n`;
  return new Response(text, { headers: { 'Content-Type': contentTypes['.json']! } });
}
