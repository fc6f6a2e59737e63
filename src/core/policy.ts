/**
 * The content security policy of every page: nothing but the site's own files, no inline script or style, no third party.
 * `wasm-unsafe-eval` is for the search, which is WebAssembly.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

/** For the meta tag, where `frame-ancestors` is not allowed. */
export const metaPolicy = directives.join('; ');

/** For the response headers. */
export const headerPolicy = [...directives, "frame-ancestors 'none'"].join('; ');
