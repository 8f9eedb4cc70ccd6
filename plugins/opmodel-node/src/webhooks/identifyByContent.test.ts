import type {
  ChangeObservation,
  IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import { identifyByContent } from './identifyByContent';

const change = (fields: Partial<ChangeObservation>): IntakeEvent => ({
  source: 'github:github.com/acme/shop',
  id: 'pull_request:7:edited:2026-03-01T10:00:00.000Z',
  time: '2026-03-01T10:00:00.000Z',
  observation: { kind: 'change', subject: '7', target: {}, ...fields },
});

const idOf = (fields: Partial<ChangeObservation>) =>
  identifyByContent(change(fields)).id;

describe('identifyByContent', () => {
  it('tells apart what is stated of one thing at one time', () => {
    expect(idOf({ title: 'first' })).not.toBe(idOf({ title: 'second' }));
    expect(idOf({ abandonedAt: null })).not.toBe(idOf({}));
  });

  it('gives what is stated again the same id, however it is written', () => {
    expect(idOf({ title: 'first', url: 'https://example.com' })).toBe(
      idOf({ url: 'https://example.com', hotfix: undefined, title: 'first' }),
    );
  });

  it('changes nothing else', () => {
    const event = change({ title: 'first' });
    expect(identifyByContent(event)).toEqual({
      ...event,
      id: expect.stringMatching(
        /^pull_request:7:edited:2026-03-01T10:00:00\.000Z:[0-9a-f]{12}$/,
      ),
    });
  });
});
