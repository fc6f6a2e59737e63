/**
 * Response headers for hosts that read a `_headers` file (Netlify, Cloudflare Pages and others). The README has them for nginx.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headerPolicy } from '../core/policy.ts';

/** Write `_headers` into the built site. */
export function writeHeaders(out: string, base: string): void {
  const lines = [
    `${base}*`,
    `  Content-Security-Policy: ${headerPolicy}`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    `${base}_astro/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
  ];
  writeFileSync(join(out, '_headers'), `${lines.join('\n')}\n`);
}
