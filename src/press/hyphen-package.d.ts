declare module 'hyphen/en-us/index.js' {
  const hyphen: { readonly hyphenateSync: (text: string, options: { readonly hyphenChar: string }) => string };
  export default hyphen;
}
