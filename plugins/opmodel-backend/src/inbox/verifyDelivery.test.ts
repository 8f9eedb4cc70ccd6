import fc from 'fast-check';
import { webhookSenders } from '../testing/webhookSenders';
import { verifyBody, verifyContent, verifyHeaders } from './verifyDelivery';
import {
  unsignedTypes,
  type WebhookScheme,
  type WebhookSchemeId,
  webhookSchemes,
} from './webhookSchemes';

const proofOf = (id: WebhookSchemeId, secrets: string[]) => ({
  scheme: webhookSchemes[id] as WebhookScheme,
  secrets,
  toleranceMs: 300_000,
});

// What the vendors publish for those who write a verifier.
const published: {
  scheme: WebhookSchemeId;
  secret: string;
  body: string;
  headers: Record<string, string>;
}[] = [
  {
    scheme: 'github',
    secret: "It's a Secret to Everybody",
    body: 'Hello, World!',
    headers: {
      'x-hub-signature-256':
        'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
    },
  },
  {
    scheme: 'bitbucket',
    secret: "It's a Secret to Everybody",
    body: 'Hello World!',
    headers: {
      'x-hub-signature':
        'sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9',
    },
  },
  {
    scheme: 'circleci',
    secret: 'hunter123',
    body: 'an-important-request-payload',
    headers: {
      'circleci-signature':
        'v1=9be2242094a9a8c00c64306f382a7f9d691de910b4a266f67bd314ef18ac49fa,v2=later',
    },
  },
  {
    scheme: 'standard-webhooks',
    secret: 'whsec_plJ3nmyCDGBKInavdOK15jsl',
    body: '{"event_type":"ping","data":{"success":true}}',
    headers: {
      'webhook-id': 'msg_loFOjxBNrRLzqYUf',
      'webhook-timestamp': '1731705121',
      'webhook-signature':
        'v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=',
    },
  },
];

describe('verifyBody', () => {
  it.each(published)(
    'finds the published example of $scheme right, and no byte of it changed',
    ({ scheme, secret, body, headers }) => {
      const proof = proofOf(scheme, ['another secret', secret]);
      const rawBody = Buffer.from(body);
      expect(verifyHeaders(proof, { headers, now: 1731705121_000 })).toBe(
        undefined,
      );
      expect(verifyBody(proof, { headers, rawBody })).toBe(undefined);
      const refusals = [...rawBody].map((byte, at) => {
        const changed = Buffer.from(rawBody);
        changed[at] = byte === 32 ? 33 : 32;
        return verifyBody(proof, { headers, rawBody: changed });
      });
      expect(new Set(refusals)).toEqual(new Set(['signature-wrong']));
      expect(
        verifyBody(proofOf(scheme, ['another secret']), { headers, rawBody }),
      ).toBe('signature-wrong');
    },
  );

  const signing = (Object.keys(webhookSchemes) as WebhookSchemeId[]).filter(
    id => webhookSchemes[id].proof.kind === 'signature',
  );

  it.each(signing)(
    'takes any body that %s has signed, and none with another bit in it',
    id => {
      const { secrets, headers: sign } = webhookSenders[id];
      const now = 1_731_705_121_000;
      fc.assert(
        fc.property(
          fc.string({ unit: 'binary', minLength: 1 }),
          fc.nat(),
          (body, bit) => {
            const signed = sign({ secrets: [secrets[0]], body, now });
            const headers = Object.fromEntries(
              Object.entries(signed).map(([name, value]) => [
                name.toLowerCase(),
                value,
              ]),
            );
            const rawBody = Buffer.from(body);
            const proof = proofOf(id, [secrets[0]]);
            expect(verifyBody(proof, { headers, rawBody })).toBe(undefined);
            const at = bit % (rawBody.length * 8);
            rawBody[Math.floor(at / 8)] ^= 2 ** (at % 8);
            expect(verifyBody(proof, { headers, rawBody })).toBe(
              'signature-wrong',
            );
          },
        ),
      );
    },
  );

  it.each([
    '',
    'sha256=',
    'sha256=zz',
    'sha1=757107ea0eb2509fc211221cce984b8a37570b6d',
    `sha256=${'0'.repeat(63)}`,
    `sha256=${'0'.repeat(65)}`,
    `SHA256=${'0'.repeat(64)}`,
    `sha256=${'0'.repeat(64)}, sha256=${'0'.repeat(64)}`,
  ])('does not take %j for a signature', value => {
    const proof = proofOf('github', ['secret']);
    expect(
      verifyHeaders(proof, {
        headers: { 'x-hub-signature-256': value },
        now: 0,
      }),
    ).toBe('signature-missing');
  });

  it('looks at a few signatures of a delivery, however many there are', () => {
    const [{ secret, body, headers }] = published;
    const right = headers['x-hub-signature-256'].replace('sha256=', 'v1=');
    const wrong = `v1=${'0'.repeat(64)}`;
    const proof = proofOf('pagerduty', [secret]);
    const check = (signatures: string[]) =>
      verifyBody(proof, {
        headers: { 'x-pagerduty-signature': signatures.join(',') },
        rawBody: Buffer.from(body),
      });
    expect(check([...Array(9).fill(wrong), right])).toBe(undefined);
    expect(check([...Array(10).fill(wrong), right])).toBe('signature-wrong');
  });
});

describe('verifyHeaders', () => {
  const now = 1_731_705_121_000;
  const check = (timestamp: string | undefined) =>
    verifyHeaders(proofOf('standard-webhooks', ['whsec_plJ3nmyC']), {
      headers: {
        ...published[3].headers,
        ...(timestamp === undefined
          ? { 'webhook-timestamp': undefined }
          : { 'webhook-timestamp': timestamp }),
      },
      now,
    });

  it('takes a time that is 300 s away, on either side, and none beyond', () => {
    expect(check('1731704821')).toBe(undefined);
    expect(check('1731705421')).toBe(undefined);
    expect(check('1731704820')).toBe('timestamp-out-of-range');
    expect(check('1731705422')).toBe('timestamp-out-of-range');
  });

  it.each([undefined, '', 'now', '-1731705121', '1e9', '1731705121.5'])(
    'does not take %j for a time',
    timestamp => {
      expect(check(timestamp)).toBe('timestamp-missing');
    },
  );

  it.each([
    'Basic dG9rZW4=',
    'Bearer',
    'Bearer a b',
    'Token some-token-of-ours',
    'some-token-of-ours',
  ])('does not take %j for a bearer token', authorization => {
    expect(
      verifyHeaders(proofOf('bearer', ['some-token-of-ours']), {
        headers: { authorization },
        now,
      }),
    ).toBe('signature-missing');
  });

  it('takes the name of the scheme in any case', () => {
    expect(
      verifyHeaders(proofOf('bearer', ['some-token-of-ours']), {
        headers: { authorization: 'bearer some-token-of-ours' },
        now,
      }),
    ).toBe(undefined);
  });
});

describe('verifyContent', () => {
  it.each([
    [{ webhookTimestamp: 1_000_000 }, undefined],
    [{ webhookTimestamp: 1_300_001 }, 'timestamp-out-of-range'],
    [{ webhookTimestamp: null }, 'timestamp-missing'],
    [{}, 'timestamp-missing'],
    [[], 'timestamp-missing'],
  ])('holds the time in the body %j against ours', (content, refusal) => {
    expect(
      verifyContent(proofOf('linear', []), { content, now: 1_000_000 }),
    ).toBe(refusal);
  });
});

it('names no type as unsigned that has a scheme of its own', () => {
  expect([...unsignedTypes].filter(type => type in webhookSchemes)).toEqual([]);
});
