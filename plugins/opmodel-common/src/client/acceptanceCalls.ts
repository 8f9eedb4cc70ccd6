import type { EngineRequests } from './EngineRequests';
import type {
  Acceptance,
  AcceptancePage,
  AcceptanceVerdict,
  NewAcceptance,
  AcceptanceApi,
} from './AcceptanceApi';
import type { RequestOptions } from './RequestOptions';

/** The calls for acceptances. */
export function acceptanceCalls(engine: EngineRequests): AcceptanceApi {
  return {
    listAcceptances(
      query: Parameters<AcceptanceApi['listAcceptances']>[0] = {},
      options: RequestOptions = {},
    ): Promise<AcceptancePage> {
      return engine.read(client =>
        client.GET('/acceptances', { params: { query }, ...options }),
      );
    },

    requestAcceptance(
      body: NewAcceptance,
      options: RequestOptions = {},
    ): Promise<Acceptance> {
      return engine.read(client =>
        client.POST('/acceptances', { body, ...options }),
      );
    },

    getAcceptance(
      acceptanceId: string,
      options: RequestOptions = {},
    ): Promise<Acceptance> {
      return engine.read(client =>
        client.GET('/acceptances/{acceptanceId}', {
          params: { path: { acceptanceId } },
          ...options,
        }),
      );
    },

    approveAcceptance(
      acceptanceId: string,
      body: AcceptanceVerdict,
      options: RequestOptions = {},
    ): Promise<Acceptance> {
      return engine.read(client =>
        client.POST('/acceptances/{acceptanceId}/approve', {
          params: { path: { acceptanceId } },
          body,
          ...options,
        }),
      );
    },

    denyAcceptance(
      acceptanceId: string,
      body: AcceptanceVerdict,
      options: RequestOptions = {},
    ): Promise<Acceptance> {
      return engine.read(client =>
        client.POST('/acceptances/{acceptanceId}/deny', {
          params: { path: { acceptanceId } },
          body,
          ...options,
        }),
      );
    },

    withdrawAcceptance(
      acceptanceId: string,
      body: AcceptanceVerdict,
      options: RequestOptions = {},
    ): Promise<Acceptance> {
      return engine.read(client =>
        client.POST('/acceptances/{acceptanceId}/withdraw', {
          params: { path: { acceptanceId } },
          body,
          ...options,
        }),
      );
    },

    revokeAcceptance(
      acceptanceId: string,
      body: AcceptanceVerdict,
      options: RequestOptions = {},
    ): Promise<Acceptance> {
      return engine.read(client =>
        client.POST('/acceptances/{acceptanceId}/revoke', {
          params: { path: { acceptanceId } },
          body,
          ...options,
        }),
      );
    },
  };
}
