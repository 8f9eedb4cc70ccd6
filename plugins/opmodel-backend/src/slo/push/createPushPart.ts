import type { CreateSloPart } from '../SloPart';
import type { PushedBucketStore } from './PushedBucketStore';
import { createPushedRetention } from './pushReach';

/** What pushed numbers add to the subject beside their source: they are forgotten. */
export function createPushPart(options: {
  pushed: PushedBucketStore;
}): CreateSloPart {
  return () => ({ retentionRules: [createPushedRetention(options.pushed)] });
}
