import type {
  ChangeRecord,
  IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import { exampleOf } from '../__testUtils__/examples';
import { fold, read } from '../__testUtils__/observed';

const source = 'github:github.com/codertocat/hello-world';
const target = {
  links: [
    { system: 'git', externalId: 'github.com/codertocat/hello-world' },
    { system: 'github', externalId: 'codertocat/hello-world' },
  ],
};
const subject = 'Codertocat/Hello-World#2';
const opening = {
  source,
  id: 'pull_request:2',
  time: '2019-05-15T15:20:33.000Z',
  observation: {
    kind: 'change',
    subject,
    target,
    url: 'https://github.com/Codertocat/Hello-World/pull/2',
    repositoryUrl: 'https://github.com/Codertocat/Hello-World',
    openedAt: '2019-05-15T15:20:33.000Z',
  },
};
const title = 'Update the README with new information.';
const mergeCommit = 'c4295bd74fb0f4fda03689c3df3f2803b658fd85';

/** What GitHub sends for an action at an instant, with fields of the pull request as given. */
function actionOf(action: string, at: string, pull: object = {}): any {
  const body = exampleOf('pull_request', 'closed');
  body.action = action;
  Object.assign(
    body.pull_request,
    { state: 'open', closed_at: null, updated_at: at },
    pull,
  );
  return body;
}

/**
 * The examples hold no merged pull request. This one is the closed one, with the fields by which GitHub documents that it was merged
 * rather than given up.
 */
const merged = (at: string) =>
  actionOf('closed', at, {
    state: 'closed',
    merged: true,
    closed_at: at,
    merged_at: at,
    merge_commit_sha: mergeCommit,
  });

/** A review by somebody else, made from the example of one by the author. */
function reviewOf(id: number, state: string, at: string, user: object = {}) {
  const body = exampleOf('pull_request_review', 'submitted');
  Object.assign(body.review, { id, state, submitted_at: at });
  Object.assign(body.review.user, { id: 7, ...user });
  return body;
}

const foldChange = (...events: IntakeEvent[]) => fold(events) as ChangeRecord;

describe('a pull request', () => {
  it('is opened', () => {
    const body = exampleOf('pull_request', 'opened');
    expect(read('pull_request', body)).toEqual([
      opening,
      {
        source,
        id: expect.stringContaining(
          'pull_request:2:opened:2019-05-15T15:20:33.000Z:',
        ),
        time: '2019-05-15T15:20:33.000Z',
        observation: { kind: 'change', subject, target, title },
      },
    ]);
  });

  it('is edited twice within a second, and neither edit is lost', () => {
    const at = '2026-03-02T10:00:00Z';
    const edited = (text: string) =>
      read('pull_request', actionOf('edited', at, { title: text }))[1];
    const [first, second] = [edited('Add the cart'), edited('Add a cart')];
    expect(first.time).toBe(second.time);
    expect(first.id).not.toBe(second.id);
    expect(edited('Add the cart').id).toBe(first.id);
  });

  it('waits for a review once it is no draft any more', () => {
    const body = exampleOf('pull_request', 'ready_for_review');
    const events = read('pull_request', body);
    expect(events[1]).toMatchObject({
      id: expect.stringContaining(
        'pull_request:2:ready_for_review:2019-05-15T15:21:18.000Z:',
      ),
      observation: { openedAt: '2019-05-15T15:21:18.000Z' },
    });
    expect(foldChange(...events).openedAt).toBe(
      Date.parse('2019-05-15T15:21:18Z'),
    );
  });

  it('is given up, and then its commit that only tried the merge is none', () => {
    const body = exampleOf('pull_request', 'closed');
    expect(body.pull_request.merge_commit_sha).toBe(mergeCommit);
    expect(read('pull_request', body)).toEqual([
      opening,
      {
        source,
        id: expect.stringContaining(
          'pull_request:2:closed:2019-05-15T15:21:18.000Z:',
        ),
        time: '2019-05-15T15:21:18.000Z',
        observation: {
          kind: 'change',
          subject,
          target,
          title,
          abandonedAt: '2019-05-15T15:21:18.000Z',
        },
      },
    ]);
  });

  it('is merged, with the commit that brought it', () => {
    expect(
      read('pull_request', merged('2026-03-02T10:00:00Z'))[1].observation,
    ).toEqual({
      kind: 'change',
      subject,
      target,
      title,
      mergedAt: '2026-03-02T10:00:00.000Z',
      commitSha: mergeCommit,
      abandonedAt: null,
    });
  });

  it('is not given up any more once it is reopened', () => {
    const closed = actionOf('closed', '2026-03-02T10:00:00Z', {
      state: 'closed',
      closed_at: '2026-03-02T10:00:00Z',
    });
    const reopened = actionOf('reopened', '2026-03-02T11:00:00Z');
    expect(
      foldChange(
        ...read('pull_request', reopened),
        ...read('pull_request', closed),
      ).abandonedAt,
    ).toBeNull();
  });

  it.each([
    ['assigned'],
    ['converted_to_draft'],
    ['labeled'],
    ['locked'],
    ['review_requested'],
    ['synchronize'],
    ['unlabeled'],
  ])('says nothing new with the action %s', action => {
    expect(read('pull_request', exampleOf('pull_request', action))).toEqual([]);
  });

  it('is a hotfix by its label, until the label is taken away', () => {
    const label = { name: 'HotFix' };
    const labeled = {
      ...actionOf('labeled', '2026-03-02T10:00:00Z', { labels: [label] }),
      label,
    };
    // Some deliveries still list the label that was taken away.
    const unlabeled = {
      ...actionOf('unlabeled', '2026-03-02T11:00:00Z', { labels: [label] }),
      label,
    };
    expect(foldChange(...read('pull_request', labeled)).hotfix).toBe(true);
    expect(
      foldChange(
        ...read('pull_request', unlabeled),
        ...read('pull_request', labeled),
      ).hotfix,
    ).toBe(false);
    expect(read('pull_request', labeled, { hotfixLabels: ['urgent'] })).toEqual(
      [],
    );
  });

  it('is a hotfix by its branch, and otherwise it is not known', () => {
    const from = (ref: string) =>
      foldChange(
        ...read(
          'pull_request',
          actionOf('opened', '2026-03-02T10:00:00Z', { head: { ref } }),
        ),
      ).hotfix;
    expect(from('hotfix/cart')).toBe(true);
    expect(from('feature/hotfix/cart')).toBeNull();
  });

  it('reverts a commit only where its description gives one', () => {
    const reverts = (body: string | null) =>
      foldChange(
        ...read(
          'pull_request',
          actionOf('opened', '2026-03-02T10:00:00Z', { body }),
        ),
      ).revertsCommitSha;
    expect(reverts(`Bad.\n\nThis reverts commit ${mergeCommit}.`)).toBe(
      mergeCommit,
    );
    expect(reverts('Reverts Codertocat/Hello-World#1')).toBeNull();
    expect(reverts('This reverts commit c4295bd.')).toBeNull();
    expect(reverts(null)).toBeNull();
  });

  it('may come from an account that is gone, with a title of nothing', () => {
    const body = actionOf('opened', '2026-03-02T10:00:00Z', {
      user: null,
      title: '',
      head: { ref: 'unknown', repo: null, user: null },
    });
    expect(foldChange(...read('pull_request', body)).title).toBeNull();
  });

  it('is of the repository that is to take it', () => {
    const body = actionOf('opened', '2026-03-02T10:00:00Z');
    body.repository = {
      full_name: 'Acme/Shop',
      html_url: 'https://github.example.com/Acme/Shop',
    };
    const [event] = read('pull_request', body);
    expect(event.source).toBe('github:github.example.com/acme/shop');
    expect(event.observation.subject).toBe('Acme/Shop#2');
  });
});

describe('a review', () => {
  it('by the author is none', () => {
    const body = exampleOf('pull_request_review', 'submitted');
    expect(body.review.user.id).toBe(body.pull_request.user.id);
    expect(read('pull_request_review', body)).toEqual([]);
  });

  it('by somebody else ends the waiting', () => {
    const body = reviewOf(8, 'commented', '2026-03-02T10:00:00Z');
    expect(read('pull_request_review', body)).toEqual([
      opening,
      {
        source,
        id: 'pull_request_review:8',
        time: '2026-03-02T10:00:00.000Z',
        observation: {
          kind: 'change',
          subject,
          target,
          firstReviewAt: '2026-03-02T10:00:00.000Z',
        },
      },
    ]);
  });

  it('that approves does so as somebody else', () => {
    const body = reviewOf(8, 'approved', '2026-03-02T10:00:00Z');
    expect(foldChange(...read('pull_request_review', body))).toMatchObject({
      approvedAt: Date.parse('2026-03-02T10:00:00Z'),
      approvedByOther: true,
    });
  });

  it('by a program, or of an account that is gone, ends nothing', () => {
    const byProgram = reviewOf(8, 'approved', '2026-03-02T10:00:00Z', {
      type: 'Bot',
    });
    expect(read('pull_request_review', byProgram)).toEqual([]);
    const byNobody = reviewOf(8, 'approved', '2026-03-02T10:00:00Z');
    byNobody.review.user = null;
    expect(read('pull_request_review', byNobody)).toEqual([]);
  });

  it('that is dismissed says nothing of the others', () => {
    const body = exampleOf('pull_request_review', 'dismissed');
    expect(read('pull_request_review', body)).toEqual([]);
  });
});

describe('all that is delivered about a pull request', () => {
  it('comes to one record, in whatever order and however often', () => {
    const course = [
      read('pull_request', actionOf('opened', '2019-05-15T15:20:33Z')),
      read(
        'pull_request',
        actionOf('ready_for_review', '2026-03-01T09:00:00Z'),
      ),
      read(
        'pull_request',
        actionOf('closed', '2026-03-01T10:00:00Z', {
          closed_at: '2026-03-01T10:00:00Z',
        }),
      ),
      read('pull_request', actionOf('reopened', '2026-03-01T11:00:00Z')),
      read(
        'pull_request_review',
        reviewOf(8, 'changes_requested', '2026-03-01T12:00:00Z'),
      ),
      read(
        'pull_request_review',
        reviewOf(9, 'approved', '2026-03-01T13:00:00Z'),
      ),
      read('pull_request', merged('2026-03-01T14:00:00Z')),
    ];
    const expected = fold(course.flat());
    expect(expected).toMatchObject({
      openedAt: Date.parse('2026-03-01T09:00:00Z'),
      firstReviewAt: Date.parse('2026-03-01T12:00:00Z'),
      approvedAt: Date.parse('2026-03-01T13:00:00Z'),
      mergedAt: Date.parse('2026-03-01T14:00:00Z'),
      abandonedAt: null,
      firstCommitAt: null,
      commitSha: mergeCommit,
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
