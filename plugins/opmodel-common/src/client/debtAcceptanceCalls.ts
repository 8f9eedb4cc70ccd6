import type { Acceptance } from './AcceptanceApi';
import type { DebtAcceptanceApi, NewDebtAcceptance } from './DebtAcceptanceApi';
import type { EngineRequests } from './EngineRequests';
import type { RequestOptions } from './RequestOptions';

/** The calls for accepting technical debt. */
export function debtAcceptanceCalls(engine: EngineRequests): DebtAcceptanceApi {
  return {
    requestDebtAcceptance(
      itemId: string,
      body: NewDebtAcceptance,
      options: RequestOptions = {},
    ): Promise<Acceptance> {
      return engine.read(client =>
        client.POST('/tech-debt/items/{itemId}/acceptance', {
          params: { path: { itemId } },
          body,
          ...options,
        }),
      );
    },
  };
}
