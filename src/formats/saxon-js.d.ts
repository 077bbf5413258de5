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
    nodeValue: string | null;
    readonly parentNode: SaxonNode | null;
    readonly childNodes: { readonly length: number } | null;
    readonly firstChild: SaxonNode | null;
    readonly lastChild: SaxonNode | null;
    readonly nextSibling: SaxonNode | null;
    readonly attributes: {
      readonly length: number;
      readonly [index: number]: { readonly nodeName: string; readonly value: string };
    };
    /** Of an attribute. */
    value: string;
    toString: () => string;
    appendChild(node: SaxonNode): SaxonNode;
    /** Of an element. */
    setAttributeNode(attribute: SaxonNode): void;
    /** Of a document. */
    createElementNS(uri: string, name: string): SaxonNode;
    createAttributeNS(uri: string, name: string): SaxonNode;
    createTextNode(text: string): SaxonNode;
    createComment(text: string): SaxonNode;
    createProcessingInstruction(target: string, data: string): SaxonNode;
  }
  export interface Platform {
    createDocument(): SaxonNode;
    setDocURI(document: SaxonNode, uri: string): SaxonNode;
    /** The text of a file; every reading of SaxonJS goes through it. */
    readFile: (uri: unknown, ...rest: unknown[]) => unknown;
    writeFileSync: (...given: unknown[]) => unknown;
    writeFileAsync: (...given: unknown[]) => unknown;
    resourcePromise: (...given: unknown[]) => unknown;
    /** What `js:` functions look their names up in. */
    globalObject: object;
  }
  export interface SaxonJs {
    transform(options: TransformOptions, mode: 'sync'): { readonly principalResult: unknown };
    /** What depends on the host: in Node.js also the tree that it brings. */
    getPlatform(): Platform;
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
