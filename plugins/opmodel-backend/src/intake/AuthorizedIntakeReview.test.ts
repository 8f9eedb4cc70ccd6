import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Request } from 'express';
import { AuthorizedIntakeReview } from './AuthorizedIntakeReview';
import type { ReapplyResult } from './IntakeService';

const now = Date.parse('2026-03-01T12:00:00Z');
const credentials = mockCredentials.user();
const request = {} as Request;

function createReview(
  options: { allowed?: boolean; keptDays?: number | null } = {},
) {
  const audited = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => audited),
  });
  const reapplyUnmapped = jest.fn(
    async (): Promise<ReapplyResult> => ({ applied: 2, unmapped: 5 }),
  );
  const summarize = jest.fn(async () => ({ totalEvents: 0, groups: [] }));
  const authorize = jest.fn(async () => [
    {
      result:
        options.allowed === false
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    } as const,
  ]);
  const review = new AuthorizedIntakeReview({
    service: { reapplyUnmapped },
    rejections: { summarize },
    rejectionsKeptDays: options.keptDays === undefined ? 14 : options.keptDays,
    permissions: mockServices.permissions.mock({ authorize } as any),
    auditor,
    clock: () => now,
  });
  return { review, auditor, audited, reapplyUnmapped, summarize };
}

describe('AuthorizedIntakeReview', () => {
  it('writes a replay to the audit log, with what it came to', async () => {
    const { review, auditor, audited } = createReview();
    expect(await review.replayUnmapped({ credentials, request })).toEqual({
      applied: 2,
      unmapped: 5,
    });
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'event-replay',
      severityLevel: 'medium',
      request,
      meta: { of: 'unmapped' },
    });
    expect(audited.success).toHaveBeenCalledWith({
      meta: { applied: 2, unmapped: 5 },
    });
  });

  it('writes a refusal to the audit log, and replays nothing', async () => {
    const { review, audited, reapplyUnmapped } = createReview({
      allowed: false,
    });
    await expect(
      review.replayUnmapped({ credentials, request }),
    ).rejects.toThrow('This takes the permission opmodel.event.replay');
    expect(reapplyUnmapped).not.toHaveBeenCalled();
    expect(audited.fail).toHaveBeenCalledWith({ error: expect.any(Error) });
  });

  it('replays once for all who ask meanwhile, and again for who asks afterwards', async () => {
    const { review, reapplyUnmapped } = createReview();
    const ask = () => review.replayUnmapped({ credentials, request });
    let finish!: (result: ReapplyResult) => void;
    reapplyUnmapped.mockReturnValueOnce(
      new Promise(resolve => {
        finish = resolve;
      }),
    );
    const both = [ask(), ask()];
    await new Promise(resolve => setImmediate(resolve));
    finish({ applied: 1, unmapped: 0 });
    expect(await Promise.all(both)).toEqual([
      { applied: 1, unmapped: 0 },
      { applied: 1, unmapped: 0 },
    ]);
    expect(reapplyUnmapped).toHaveBeenCalledTimes(1);
    await ask();
    expect(reapplyUnmapped).toHaveBeenCalledTimes(2);
  });

  it('tries again after a replay that failed', async () => {
    const { review, reapplyUnmapped, audited } = createReview();
    reapplyUnmapped.mockRejectedValueOnce(new Error('the database is away'));
    const ask = () => review.replayUnmapped({ credentials, request });
    await expect(ask()).rejects.toThrow('away');
    expect(audited.fail).toHaveBeenCalledTimes(1);
    expect(await ask()).toEqual({ applied: 2, unmapped: 5 });
  });

  it.each([
    [14, now - 14 * 24 * 60 * 60 * 1000],
    [null, 0],
  ])(
    'tells of rejections as long as they are kept: %p',
    async (keptDays, since) => {
      const { review, summarize } = createReview({ keptDays });
      expect(await review.summarizeRejected({ credentials, limit: 7 })).toEqual(
        {
          since,
          totalEvents: 0,
          groups: [],
        },
      );
      expect(summarize).toHaveBeenCalledWith({ since, limit: 7 });
    },
  );
});
