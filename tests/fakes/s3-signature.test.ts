import { expect, test } from 'vitest';
import { faultOfSignature } from './s3-signature.ts';

// The examples in "Authenticating Requests: Using the Authorization Header" of Amazon's API reference.
const CREDENTIALS = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function request(target: string, names: string, signature: string, more: Record<string, string> = {}) {
  const scope = `${CREDENTIALS.accessKeyId}/20130524/us-east-1/s3/aws4_request`;
  return {
    ...{ method: 'GET', target },
    headers: {
      ...{ host: 'examplebucket.s3.amazonaws.com', 'x-amz-date': '20130524T000000Z' },
      ...{ 'x-amz-content-sha256': EMPTY, ...more },
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=${names}, Signature=${signature}`,
    },
  };
}

const NAMES = 'host;x-amz-content-sha256;x-amz-date';
const OBJECT = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41';
const LIST = '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7';

test('signatures are checked as the description of the API shows by examples', () => {
  const range = { range: 'bytes=0-9' };
  const object = request('/test.txt', 'host;range;x-amz-content-sha256;x-amz-date', OBJECT, range);
  expect(faultOfSignature(object, CREDENTIALS)).toBeNull();
  expect(faultOfSignature(request('/?max-keys=2&prefix=J', NAMES, LIST), CREDENTIALS)).toBeNull();
});

test('signatures of another request, and of another key, are refused', () => {
  const other = request('/?max-keys=2&prefix=K', NAMES, LIST);
  expect(faultOfSignature(other, CREDENTIALS)).toBe('SignatureDoesNotMatch');
  const listing = request('/?max-keys=2&prefix=J', NAMES, LIST);
  expect(faultOfSignature(listing, { ...CREDENTIALS, secretAccessKey: 'x' })).toBe('SignatureDoesNotMatch');
  expect(faultOfSignature(listing, { ...CREDENTIALS, accessKeyId: 'x' })).toBe('InvalidAccessKeyId');
});
