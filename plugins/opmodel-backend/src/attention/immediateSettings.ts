import type { RootConfigService } from '@backstage/backend-plugin-api';

/** Whether people are told at once, and how much. */
export interface ImmediateSettings {
  enabled: boolean;
  /**
   * Whether a notification names what it is about. It goes to those who own it, whatever else they may see; where that is too much, it
   * says that something burns, and the page that it leads to shows what its reader may see.
   */
  names: boolean;
}

/** Reads `opmodel.attention.immediate`. */
export function readImmediateSettings(
  config: RootConfigService,
): ImmediateSettings {
  const root = 'opmodel.attention.immediate';
  return {
    enabled: config.getOptionalBoolean(`${root}.enabled`) ?? true,
    names: config.getOptionalBoolean(`${root}.names`) ?? true,
  };
}
