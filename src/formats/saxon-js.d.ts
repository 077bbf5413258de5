/** The part of SaxonJS 2.7 (Node) that `saxon.ts` uses; the package has no types of its own. */
declare module 'saxon-js' {
  interface TransformOptions {
    readonly stylesheetInternal: unknown;
    readonly sourceText?: string;
    readonly sourceNode?: unknown;
    readonly stylesheetParams?: Readonly<Record<string, unknown>>;
    readonly destination: 'serialized' | 'document' | 'raw';
  }
  /** A node of the trees that SaxonJS builds: the part of the DOM that it keeps. */
  export interface SaxonNode {
    /** 1 element, 3 text, 4 CDATA, 7 processing instruction, 8 comment, 9 document. */
    readonly nodeType: number;
    readonly nodeName: string;
    readonly localName: string;
    readonly namespaceURI: string | null;
    readonly nodeValue: string | null;
    readonly firstChild: SaxonNode | null;
    readonly nextSibling: SaxonNode | null;
    readonly attributes: {
      readonly length: number;
      readonly [index: number]: { readonly nodeName: string; readonly value: string };
    };
    toString: () => string;
  }
  export interface SaxonJs {
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
