import fc from 'fast-check';
import { parseCommitMessage } from './parseCommitMessage';

describe('parseCommitMessage', () => {
  it.each([
    ['Fix the basket (#12)\n\nMore', 'Fix the basket (#12)', '12'],
    [
      'Merge pull request #7 from acme/pay\n\nLet people pay later\n',
      'Let people pay later',
      '7',
    ],
    [
      'Merge pull request #7 from acme/pay',
      'Merge pull request #7 from acme/pay',
      '7',
    ],
    [
      "Merge branch 'pay' into 'main'\r\n\r\nPay later\r\n\r\nSee merge request acme/shop!31",
      'Pay later',
      '31',
    ],
    [
      "Merge branch 'pay' into 'main'\n\nSee merge request acme/shop!31",
      "Merge branch 'pay' into 'main'",
      '31',
    ],
    ['Merged in pay (pull request #3)\n\nPay later', 'Pay later', '3'],
    ['Merged PR 44: Pay later', 'Merged PR 44: Pay later', '44'],
    ['\n\n  Spaced  \n', 'Spaced', null],
    ['', '', null],
  ])('reads %j', (message, title, request) => {
    expect(parseCommitMessage(message)).toMatchObject({ title, request });
  });

  it.each([
    [
      'Revert "Add cache"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.',
      ['0123456789abcdef0123456789abcdef01234567'],
      'Add cache',
      null,
    ],
    ['Undo\n\nThis reverts commit abc1234, and more', ['abc1234'], null, null],
    [
      'Revert "Revert "Add cache"" (#9)\n\nReverts acme/shop#8',
      [],
      'Revert "Add cache"',
      '8',
    ],
    ['Back\n\nThis reverts merge request !31', [], null, '31'],
    ['This reverts commit in spirit', [], null, null],
  ])(
    'finds what %j reverts',
    (message, revertedCommits, revertedTitle, revertedRequest) => {
      expect(parseCommitMessage(message)).toMatchObject({
        revertedCommits,
        revertedTitle,
        revertedRequest,
      });
    },
  );

  it.each([
    ["Merge branch 'hotfix/pay' into main", true],
    ['Merge pull request #1 from acme/hotfix/pay\n\nPay', true],
    ['Merged in hotfix/pay (pull request #3)', true],
    ["Merge remote-tracking branch 'origin/hotfix/pay'", true],
    ["Merge branch 'feature/hotfix-button' into main", false],
    ['Explain hotfix/ branches', false],
    ["Merge branch 'no-hotfix/pay' into main", false],
  ])('says of %j that it merges a hotfix: %p', (message, mergesHotfix) => {
    expect(parseCommitMessage(message).mergesHotfix).toBe(mergesHotfix);
  });

  it('finds further authors', () => {
    expect(
      parseCommitMessage(
        'Pair\n\nCo-authored-by: Ada <Ada@Example.com>\nco-authored-by: B <b@example.com>\nCo-authored-by: nobody',
      ).coAuthors,
    ).toEqual(['ada@example.com', 'b@example.com']);
  });

  it('takes any text, and cuts titles', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), message => {
        expect(parseCommitMessage(message).title.length).toBeLessThanOrEqual(
          250,
        );
      }),
    );
    expect(parseCommitMessage('x'.repeat(10_000_000)).title).toHaveLength(250);
    const { title } = parseCommitMessage(`x${'\u{1f680}'.repeat(200)}`);
    expect(title).toBe(`x${'\u{1f680}'.repeat(124)}…`);
  });
});
