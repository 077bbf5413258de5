/** The part of SaxonJS 2.7 (Node) that `saxon.ts` uses; the package has no types of its own. */
declare module 'saxon-js' {
  interface TransformOptions {
    readonly stylesheetInternal: unknown;
    readonly sourceText?: string;
    readonly sourceNode?: unknown;
    readonly stylesheetParams?: Readonly<Record<string, unknown>>;
    readonly destination: 'serialized' | 'document' | 'raw';
  }
  interface SaxonJs {
    transform(options: TransformOptions, mode: 'sync'): { readonly principalResult: unknown };
    readonly XPath: {
      evaluate(
        path: string,
        context: unknown,
        options: { readonly params: Readonly<Record<string, unknown>>; readonly staticBaseURI?: string },
      ): unknown;
    };
  }
  const saxon: SaxonJs;
  export default saxon;
}
