import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import type { Credentials, SignedRequest } from '../credentials.js';
import type { Secret } from '../secret.js';

export interface AccessKey {
  readonly id: string;
  readonly secret: Secret;
  readonly region: string;
}

/** Signs each request (AWS Signature Version 4), its content with it, so that the server refuses what has changed on the way. */
export function signature({ id, secret, region }: AccessKey): Credentials {
  return {
    async headersFor({ method, url, headers, content }: SignedRequest) {
      const digest = createHash('sha256')
        .update(content ?? '')
        .digest('hex');
      const signer = new AwsV4Signer({
        method,
        url: url.href,
        headers: { ...headers, 'x-amz-content-sha256': digest },
        accessKeyId: id,
        secretAccessKey: secret.reveal(),
        service: 's3',
        region,
      });
      const signed = (await signer.sign()).headers;
      const given = (name: string): string => signed.get(name) ?? '';
      return {
        'x-amz-content-sha256': digest,
        'x-amz-date': given('x-amz-date'),
        authorization: given('authorization'),
      };
    },
    hideIn: (text) => secret.hideIn(text),
  };
}

/** A key as it stands in a request: every octet escaped but letters, digits, `-._~` and the slash, as the signature wants it. */
export function escapedKey(key: string): string {
  return encodeURIComponent(key)
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
