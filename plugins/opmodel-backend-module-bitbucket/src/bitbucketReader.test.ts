import {
  foldChange,
  type ChangeObservation,
  type IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  checkContract,
  intakeEventSchema,
  webhookReaderContract,
} from '@opmodel/backstage-plugin-opmodel-node';
import fc from 'fast-check';
import { bitbucketReader } from './bitbucketReader';

const author = {
  display_name: 'somebody',
  nickname: 'somebody',
  type: 'user',
  uuid: '{64135f6a-3978-4297-99b1-000000000001}',
};
const reviewer = { ...author, uuid: '{64135f6a-3978-4297-99b1-000000000002}' };
const commitSha = '764413d85e29764413d85e29764413d85e291234';

/** A body in the shape that Bitbucket Cloud documents for its webhooks. */
function delivery(pullrequest: object = {}, rest: object = {}): any {
  return {
    actor: author,
    repository: {
      type: 'repository',
      full_name: 'acme/Shop',
      name: 'Shop',
      uuid: '{e762bff4-f795-49c6-b9f9-000000000003}',
      links: {
        self: { href: 'https://api.bitbucket.org/2.0/repositories/acme/Shop' },
        html: { href: 'https://bitbucket.org/acme/Shop' },
      },
    },
    pullrequest: {
      type: 'pullrequest',
      id: 40,
      title: 'Add the cart',
      description: '',
      state: 'OPEN',
      author,
      source: { branch: { name: 'cart' }, commit: { hash: 'a000a2a9fc11' } },
      destination: {
        branch: { name: 'main' },
        commit: { hash: 'c0e12b61e44b' },
      },
      merge_commit: null,
      closed_by: null,
      reviewers: [reviewer],
      created_on: '2026-03-01T10:00:00.595898+00:00',
      updated_on: '2026-03-01T12:00:00.302733+00:00',
      links: {
        self: { href: 'https://api.bitbucket.org/2.0/pullrequests/40' },
        html: { href: 'https://bitbucket.org/acme/Shop/pull-requests/40' },
      },
      ...pullrequest,
    },
    ...rest,
  };
}

const read = (type: string | undefined, body: unknown) =>
  bitbucketReader.read({ type, body, receivedAt: 0 });

const review = (date: string, user: object | null = reviewer) => ({
  date,
  user,
});

const fold = (events: IntakeEvent[]) =>
  foldChange(
    'acme/Shop#40',
    events.map(({ id, time, observation }) => ({
      id,
      time: Date.parse(time),
      observation: observation as ChangeObservation,
    })),
  );

const source = 'bitbucket:bitbucket.org/acme/shop';
const observed = {
  kind: 'change',
  subject: 'acme/Shop#40',
  target: {
    links: [
      { system: 'git', externalId: 'bitbucket.org/acme/shop' },
      { system: 'bitbucket', externalId: 'acme/shop' },
    ],
  },
};

describe('a pull request', () => {
  it('is merged, with the commit that brought it', () => {
    expect(
      read(
        'pullrequest:fulfilled',
        delivery({ state: 'MERGED', merge_commit: { hash: commitSha } }),
      ),
    ).toEqual([
      {
        source,
        id: 'pull_request:40',
        time: '2026-03-01T10:00:00.595Z',
        observation: {
          ...observed,
          url: 'https://bitbucket.org/acme/Shop/pull-requests/40',
          repositoryUrl: 'https://bitbucket.org/acme/Shop',
          openedAt: '2026-03-01T10:00:00.595Z',
        },
      },
      {
        source,
        id: expect.stringContaining(
          'pull_request:40:fulfilled:2026-03-01T12:00:00.302Z:',
        ),
        time: '2026-03-01T12:00:00.302Z',
        observation: {
          ...observed,
          title: 'Add the cart',
          mergedAt: '2026-03-01T12:00:00.302Z',
          commitSha,
        },
      },
    ]);
  });

  it.each([[{ hash: '764413d85e29' }], [null]])(
    'names no commit by the abbreviation %j',
    merge_commit => {
      const [, event] = read(
        'pullrequest:fulfilled',
        delivery({ merge_commit }),
      );
      expect(event.observation).toMatchObject({ commitSha: undefined });
    },
  );

  it('is given up', () => {
    const [, event] = read('pullrequest:rejected', delivery());
    expect(event.observation).toMatchObject({
      abandonedAt: '2026-03-01T12:00:00.302Z',
    });
  });

  it('is approved by somebody else', () => {
    const body = delivery(
      {},
      { approval: review('2026-03-01T11:00:00+00:00') },
    );
    expect(read('pullrequest:approved', body)[1]).toMatchObject({
      id: expect.stringContaining(
        'pull_request:40:approved:2026-03-01T11:00:00.000Z:',
      ),
      time: '2026-03-01T11:00:00.000Z',
      observation: {
        firstReviewAt: '2026-03-01T11:00:00.000Z',
        approvedAt: '2026-03-01T11:00:00.000Z',
        approvedByOther: true,
      },
    });
  });

  it('is reviewed, not approved, where changes are asked for', () => {
    const body = delivery(
      {},
      { changes_request: review('2026-03-01T11:00:00+00:00') },
    );
    const record = fold(read('pullrequest:changes_request_created', body));
    expect(record).toMatchObject({
      firstReviewAt: Date.parse('2026-03-01T11:00:00Z'),
      approvedAt: null,
      approvedByOther: null,
    });
  });

  it.each([
    ['the author', author],
    ['a program', { ...reviewer, type: 'app_user' }],
    ['nobody', null],
  ])('is not reviewed by %s', (_who, user) => {
    const approval = review('2026-03-01T11:00:00+00:00', user);
    expect(read('pullrequest:approved', delivery({}, { approval }))).toEqual(
      [],
    );
  });

  it('is a hotfix by its branch', () => {
    const hotfix = (name: string) =>
      fold(
        read('pullrequest:created', delivery({ source: { branch: { name } } })),
      ).hotfix;
    expect(hotfix('hotfix/cart')).toBe(true);
    expect(hotfix('cart')).toBeNull();
  });

  it('comes to one record, in whatever order and however often', () => {
    const course = [
      read(
        'pullrequest:created',
        delivery({ updated_on: '2026-03-01T10:00:00.595898+00:00' }),
      ),
      read(
        'pullrequest:changes_request_created',
        delivery({}, { changes_request: review('2026-03-01T10:30:00+00:00') }),
      ),
      read(
        'pullrequest:approved',
        delivery({}, { approval: review('2026-03-01T11:00:00+00:00') }),
      ),
      read(
        'pullrequest:fulfilled',
        delivery({ merge_commit: { hash: commitSha } }),
      ),
    ];
    const expected = fold(course.flat());
    expect(expected).toMatchObject({
      openedAt: Date.parse('2026-03-01T10:00:00.595Z'),
      firstReviewAt: Date.parse('2026-03-01T10:30:00Z'),
      approvedAt: Date.parse('2026-03-01T11:00:00Z'),
      mergedAt: Date.parse('2026-03-01T12:00:00.302Z'),
      firstCommitAt: null,
    });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(course, { minLength: course.length }),
        fc.array(fc.constantFrom(...course)),
        (once, again) => {
          expect(fold([...once, ...again].flat())).toEqual(expected);
        },
      ),
    );
  });
});

describe('every delivery', () => {
  const deliveries = bitbucketReader.topics!.map(topic => ({
    type: topic.slice(topic.lastIndexOf('.') + 1),
    body: delivery(
      {},
      {
        approval: review('2026-03-01T11:00:00+00:00'),
        changes_request: review('2026-03-01T11:00:00+00:00'),
      },
    ),
    receivedAt: 0,
  }));

  it.each(webhookReaderContract)('$name', ({ check }) => {
    expect(() => check({ reader: bitbucketReader, deliveries })).not.toThrow();
  });

  it('comes to valid events that name nobody', () => {
    const events = deliveries.flatMap(given => bitbucketReader.read(given));
    expect(events).toHaveLength(10);
    for (const event of events) {
      expect(checkContract(intakeEventSchema, event).success).toBe(true);
      expect(JSON.stringify(event)).not.toMatch(/somebody|64135f6a/);
    }
  });

  it.each([
    'pullrequest:updated',
    'pullrequest:unapproved',
    'pullrequest:comment_created',
    'repo:push',
    'repo:commit_status_updated',
    'constructor',
  ])('of the type %s is left alone', type => {
    expect(read(type, {})).toEqual([]);
  });

  it('that is not as documented is set aside', () => {
    expect(() => read('pullrequest:created', {})).toThrow(
      'pullrequest:created is not as documented: repository: required object; pullrequest: required object',
    );
    expect(() => read(undefined, delivery())).toThrow(
      'required header X-Event-Key',
    );
  });
});
