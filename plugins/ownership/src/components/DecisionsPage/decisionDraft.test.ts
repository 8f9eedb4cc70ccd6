import { bodyOf, checkDraft, draftOf, fieldOfError } from './decisionDraft';
import { buildDecision } from './__fixtures__/decisions';

const TODAY = '2026-11-22';

describe('the draft of a decision', () => {
  it('is what is known, and goes back as it came', () => {
    const decision = buildDecision({
      reviewOn: '2027-01-01',
      supersedes: 'd-0',
      links: [
        { label: 'ADR 7', url: 'https://adr.example.com/7' },
        { label: 'https://b.example.com', url: 'https://b.example.com' },
      ],
    });
    const draft = draftOf(decision, TODAY, undefined);
    expect(checkDraft(draft)).toEqual([]);
    expect(bodyOf(draft)).toEqual({
      title: decision.title,
      context: decision.context,
      decision: decision.decision,
      entityRefs: ['component:default/checkout'],
      ownerRef: 'group:default/shop',
      decidedOn: '2026-06-01',
      reviewOn: '2027-01-01',
      status: 'accepted',
      supersedes: 'd-0',
      links: decision.links,
    });
  });

  it('begins empty, today, about what the page is about', () => {
    const draft = draftOf(undefined, TODAY, 'system:default/selling');
    expect(draft).toMatchObject({
      decidedOn: TODAY,
      entityRefs: ['system:default/selling'],
      status: 'accepted',
    });
    expect(checkDraft(draft).map(({ field }) => field)).toEqual([
      'title',
      'context',
      'decision',
      'ownerRef',
    ]);
    expect(
      checkDraft({ ...draft, entityRefs: [] }).map(({ field }) => field),
    ).toContain('entityRefs');
    expect(bodyOf(draft)).toMatchObject({ reviewOn: null, supersedes: null });
  });

  // eslint-disable-next-line no-script-url
  it.each(['ADR 7', 'ADR 7 ftp://example.com', 'javascript:alert(1)'])(
    'takes %j for no link',
    line => {
      const draft = {
        ...draftOf(buildDecision(), TODAY, undefined),
        links: `\nok https://example.com\n${line}\n`,
      };
      expect(checkDraft(draft)).toEqual([
        { field: 'links', kind: 'link', line: 2 },
      ]);
    },
  );

  it.each([
    [`'reviewOn' must be after 'decidedOn'`, 'reviewOn'],
    [`'entityRefs[0]' must be a full entity reference`, 'entityRefs'],
    [`'links[1].url' must be an address`, 'links'],
    [`Decision 'd' was changed`, undefined],
    ['Failed', undefined],
  ])('finds the field of %s', (message, field) => {
    expect(fieldOfError(new Error(message))).toBe(field);
    expect(fieldOfError(undefined)).toBeUndefined();
  });
});
