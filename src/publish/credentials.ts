import type { Secret } from './secret.js';

/** A request as far as its signature can depend on it. */
export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly content?: string | Uint8Array;
}

/** What shows a server who is calling. Nothing of it stands in an address. */
export interface Credentials {
  /** The headers that a request bears on its way to the target's own origin. */
  headersFor(request: SignedRequest): Promise<Readonly<Record<string, string>>>;
  /** A text from outside without the secret, which a server may repeat in what it answers. */
  hideIn(text: string): string;
}

/** A token in the header of each request (RFC 6750, §2.1). */
export function bearer(token: Secret): Credentials {
  return {
    headersFor: async () => ({ authorization: `Bearer ${token.reveal()}` }),
    hideIn: (text) => token.hideIn(text),
  };
}

/** A user and a password in the header of each request, in UTF-8 (RFC 7617). */
export function basic(user: string, password: Secret): Credentials {
  const encoded = Buffer.from(`${user}:${password.reveal()}`).toString('base64');
  return {
    headersFor: async () => ({ authorization: `Basic ${encoded}` }),
    hideIn: (text) => password.hideIn(text.replaceAll(encoded, '[password]')),
  };
}
