import type { DebtCapacity, DebtCapacityApi } from './DebtCapacityApi';
import type { EngineRequests } from './EngineRequests';
import type { RequestOptions } from './RequestOptions';

/** The calls for how much capacity goes to debt. */
export function debtCapacityCalls(engine: EngineRequests): DebtCapacityApi {
  return {
    getDebtCapacity(
      query: Parameters<DebtCapacityApi['getDebtCapacity']>[0] = {},
      options: RequestOptions = {},
    ): Promise<DebtCapacity> {
      return engine.read(client =>
        client.GET('/tech-debt/capacity', { params: { query }, ...options }),
      );
    },
  };
}
