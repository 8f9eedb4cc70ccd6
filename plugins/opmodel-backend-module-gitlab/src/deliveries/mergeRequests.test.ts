import type { ChangeRecord } from '@opmodel/backstage-plugin-opmodel-common';
import {
  commitSha,
  fold,
  foldInAnyOrder,
  mergeRequest,
  read,
  source,
  target,
} from '../__testUtils__/deliveries';

describe('a merge request', () => {
  const opening = {
    source,
    id: 'merge_request:12',
    time: '2026-03-01T10:00:00.000Z',
    observation: {
      kind: 'change',
      subject: 'Acme/shop!12',
      target,
      url: 'https://gitlab.example.com/Acme/shop/-/merge_requests/12',
      repositoryUrl: 'https://gitlab.example.com/Acme/shop',
      openedAt: '2026-03-01T10:00:00.000Z',
    },
  };

  it('is merged, with the commit that brought it', () => {
    const body = mergeRequest('merge', '2026-03-01 12:00:00 UTC', {
      state: 'merged',
      merge_commit_sha: commitSha,
    });
    expect(read(body)).toEqual([
      opening,
      {
        source,
        id: expect.stringContaining(
          'merge_request:12:merge:2026-03-01T12:00:00.000Z:',
        ),
        time: '2026-03-01T12:00:00.000Z',
        observation: {
          kind: 'change',
          subject: 'Acme/shop!12',
          target,
          title: 'Add the cart',
          mergedAt: '2026-03-01T12:00:00.000Z',
          commitSha,
          abandonedAt: null,
        },
      },
    ]);
  });

  it('is edited twice within a second, and neither edit is lost', () => {
    const ids = ['Add the cart', 'Add a cart'].map(
      title =>
        read(
          mergeRequest(
            'update',
            '2026-03-01 11:00:00 UTC',
            { title },
            { changes: { title: {} } },
          ),
        )[1].id,
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('without a merge commit names none, for its branch may have been squashed', () => {
    const [, event] = read(mergeRequest('merge', '2026-03-01 12:00:00 UTC'));
    expect(event.observation).toMatchObject({ commitSha: undefined });
  });

  it('waits for a review once it is no draft any more', () => {
    const events = read(
      mergeRequest(
        'update',
        '2026-03-01 11:00:00 UTC',
        {},
        { changes: { draft: { previous: true, current: false } } },
      ),
    );
    expect((fold(events) as ChangeRecord).openedAt).toBe(
      Date.parse('2026-03-01T11:00:00Z'),
    );
  });

  it.each(['approval', 'approved'])(
    'is reviewed by the %s of somebody else, not by that of the author',
    action => {
      const approvedBy = (id: number) =>
        read(
          mergeRequest(action, '2026-03-01 11:00:00 UTC', {}, { user: { id } }),
        );
      expect(approvedBy(51)).toEqual([]);
      expect(approvedBy(7)[1].observation).toMatchObject({
        firstReviewAt: '2026-03-01T11:00:00.000Z',
        approvedAt: '2026-03-01T11:00:00.000Z',
        approvedByOther: true,
      });
    },
  );

  it.each([
    ['update', {}],
    ['update', { updated_at: {}, draft: { previous: false, current: true } }],
    ['unapproved', {}],
    [undefined, {}],
  ])('says nothing new with the action %s and %j', (action, changes) => {
    expect(
      read(mergeRequest(action, '2026-03-01 11:00:00 UTC', {}, { changes })),
    ).toEqual([]);
  });

  it('is a hotfix by its branch or label, until the label is taken away', () => {
    const hotfix = (attributes: object, changes: object = {}) =>
      (
        fold(
          read(
            mergeRequest('update', '2026-03-01 11:00:00 UTC', attributes, {
              changes: { title: {}, ...changes },
            }),
          ),
        ) as ChangeRecord
      ).hotfix;
    const labels = [{ title: 'Hotfix' }];
    expect(hotfix({})).toBeNull();
    expect(hotfix({ source_branch: 'hotfix/cart' })).toBe(true);
    expect(hotfix({ labels })).toBe(true);
    expect(hotfix({}, { labels: { previous: labels, current: [] } })).toBe(
      false,
    );
  });

  it('comes to one record', () => {
    expect(
      foldInAnyOrder([
        read(mergeRequest('open', '2026-03-01 10:00:00 UTC')),
        read(mergeRequest('close', '2026-03-01 10:30:00 UTC')),
        read(mergeRequest('reopen', '2026-03-01 10:40:00 UTC')),
        ...[7, 8].map(id =>
          read(
            mergeRequest(
              'approved',
              `2026-03-01 11:0${id}:00 UTC`,
              {},
              { user: { id } },
            ),
          ),
        ),
        read(
          mergeRequest('merge', '2026-03-01 12:00:00 UTC', {
            merge_commit_sha: commitSha,
            description: `This reverts commit ${commitSha}`,
          }),
        ),
      ]),
    ).toMatchObject({
      openedAt: Date.parse('2026-03-01T10:00:00Z'),
      firstReviewAt: Date.parse('2026-03-01T11:07:00Z'),
      approvedAt: Date.parse('2026-03-01T11:08:00Z'),
      mergedAt: Date.parse('2026-03-01T12:00:00Z'),
      abandonedAt: null,
      revertsCommitSha: commitSha,
    });
  });
});
