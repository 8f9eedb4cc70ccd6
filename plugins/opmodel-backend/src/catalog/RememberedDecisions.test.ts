import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  opmodelDoraReadPermission,
  opmodelSloReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import { RememberedDecisions } from './RememberedDecisions';

const allow = { result: AuthorizeResult.ALLOW } as const;
const deny = { result: AuthorizeResult.DENY } as const;

describe('RememberedDecisions', () => {
  const ada = mockCredentials.user('user:default/ada');
  const alan = mockCredentials.user('user:default/alan');
  const { authorizeConditional } = mockServices.permissions.mock();
  let now: number;

  beforeEach(() => {
    authorizeConditional.mockReset();
    authorizeConditional.mockResolvedValue([allow]);
    now = 1_000_000;
  });

  const remembering = (rememberedMs: number) =>
    new RememberedDecisions({
      permissions: { authorizeConditional },
      rememberedMs,
      clock: () => now,
    });

  it('asks once for what one person asks at the same time', async () => {
    const decisions = remembering(2_000);
    const answers = await Promise.all(
      [1, 2, 3].map(() => decisions.decide([opmodelDoraReadPermission], ada)),
    );
    expect(answers).toEqual([[allow], [allow], [allow]]);
    expect(authorizeConditional).toHaveBeenCalledTimes(1);
  });

  it('asks again when the time is over', async () => {
    const decisions = remembering(2_000);
    await decisions.decide([opmodelDoraReadPermission], ada);
    now += 1_999;
    authorizeConditional.mockResolvedValue([deny]);
    expect(await decisions.decide([opmodelDoraReadPermission], ada)).toEqual([
      allow,
    ]);
    now += 1;
    expect(await decisions.decide([opmodelDoraReadPermission], ada)).toEqual([
      deny,
    ]);
  });

  it('never takes the decision of one person, actor or permission for another', async () => {
    const decisions = remembering(2_000);
    await decisions.decide([opmodelDoraReadPermission], ada);
    authorizeConditional.mockResolvedValue([deny]);
    const behalf = mockCredentials.user('user:default/ada', {
      actor: { subject: 'plugin:other' },
    });
    for (const [permission, credentials] of [
      [opmodelDoraReadPermission, alan],
      [opmodelDoraReadPermission, behalf],
      [opmodelSloReadPermission, ada],
    ] as const) {
      expect(await decisions.decide([permission], credentials)).toEqual([deny]);
    }
  });

  it('asks each time where nothing is to be remembered', async () => {
    const decisions = remembering(0);
    await decisions.decide([opmodelDoraReadPermission], ada);
    await decisions.decide([opmodelDoraReadPermission], ada);
    expect(authorizeConditional).toHaveBeenCalledTimes(2);
  });

  it('does not remember that nobody answered', async () => {
    const decisions = remembering(2_000);
    authorizeConditional.mockRejectedValueOnce(new Error('away'));
    await expect(
      decisions.decide([opmodelDoraReadPermission], ada),
    ).rejects.toThrow('away');
    expect(await decisions.decide([opmodelDoraReadPermission], ada)).toEqual([
      allow,
    ]);
  });

  it('remembers no more than a thousand', async () => {
    const decisions = remembering(2_000);
    const person = (index: number) =>
      mockCredentials.user(`user:default/u${index}`);
    for (let index = 0; index <= 1_000; index++) {
      await decisions.decide([opmodelDoraReadPermission], person(index));
    }
    authorizeConditional.mockClear();
    await decisions.decide([opmodelDoraReadPermission], person(1_000));
    expect(authorizeConditional).toHaveBeenCalledTimes(0);
    await decisions.decide([opmodelDoraReadPermission], person(0));
    expect(authorizeConditional).toHaveBeenCalledTimes(1);
  });
});
