/** What the tests use of citation.js, which has no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: { readonly chain: (data: string, options: object) => Record<string, unknown>[] };
    readonly output: { readonly format: (format: string, data: readonly object[], options: object) => string };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
