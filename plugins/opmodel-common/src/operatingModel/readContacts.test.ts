import fc from 'fast-check';
import { readContacts } from './readContacts';

describe('readContacts', () => {
  it('finds every way once, and says where it is written', () => {
    expect(
      readContacts(
        {
          profile: { email: 'payments@example.com' },
          teamApi: {
            channels: [
              { type: 'slack', name: '#payments' },
              { type: 'email', name: 'payments@example.com' },
              { type: 'pagerduty', name: 'Payments' },
              { type: 'phone', name: '+49 30 123456' },
              { type: 'Office hours', name: 'Tuesdays at ten' },
            ],
          },
          links: [
            { url: 'https://grafana.example.com', title: 'Dashboard' },
            { url: 'https://example.slack.com/archives/C1', title: 'Chat' },
            { url: 'https://desk.example.com', title: 'Ask for support' },
            { url: 'not an address', title: 'Contact' },
          ],
        },
        {
          'opmodel.io/contact': '#payments, money@example.com',
          'slack.com/channel': 'payments-alerts',
          'slack.com/bot-notify': 'C0123',
          'example.com/colour': 'blue',
        },
      ).map(({ type, value, url, source }) => [type, value, url, source]),
    ).toEqual([
      [
        'email',
        'payments@example.com',
        'mailto:payments@example.com',
        'profile',
      ],
      ['chat', '#payments', null, 'team_api'],
      ['page', 'Payments', null, 'team_api'],
      ['phone', '+49 30 123456', 'tel:+4930123456', 'team_api'],
      ['chat', 'Tuesdays at ten', null, 'team_api'],
      [
        'chat',
        'https://example.slack.com/archives/C1',
        'https://example.slack.com/archives/C1',
        'link',
      ],
      ['link', 'https://desk.example.com', 'https://desk.example.com', 'link'],
      ['email', 'money@example.com', 'mailto:money@example.com', 'annotation'],
      ['chat', 'payments-alerts', null, 'annotation'],
      ['chat', 'C0123', null, 'annotation'],
    ]);
  });

  it('finds none where nothing is said', () => {
    expect(readContacts(undefined)).toEqual([]);
    expect(
      readContacts({ links: [{ url: 'https://docs.example.com' }] }),
    ).toEqual([]);
  });

  it('looks at an endless text for no longer than at any other', () => {
    const name = `a@${'a.'.repeat(200_000)}/`;
    const before = performance.now();
    expect(
      readContacts({ teamApi: { channels: [{ type: 'room', name }] } }),
    ).toHaveLength(1);
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('never throws, and links to nothing that could run', () => {
    fc.assert(
      fc.property(
        fc.record({
          profile: fc.jsonValue(),
          links: fc.array(
            fc.record({
              url: fc.oneof(fc.webUrl(), fc.string(), fc.jsonValue()),
              title: fc.jsonValue(),
            }),
          ),
          teamApi: fc.jsonValue(),
        }),
        fc.string(),
        (document, written) => {
          for (const { url } of readContacts(document, {
            'opmodel.io/contact': written,
          })) {
            expect(url ?? 'https:').toMatch(
              /^(https?|mailto|tel|slack|msteams):/i,
            );
          }
        },
      ),
    );
  });
});
