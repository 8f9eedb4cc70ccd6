import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { OrganisationCalendar } from '@opmodel/backstage-plugin-opmodel-common';
import type { Router } from 'express';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import { AuthorizedCorrectionService } from './corrections/AuthorizedCorrectionService';
import { addCorrectionRoutes } from './corrections/correctionRouter';
import { CorrectionService } from './corrections/CorrectionService';
import type { CorrectionStore } from './corrections/CorrectionStore';
import { AuthorizedDisputeService } from './disputes/AuthorizedDisputeService';
import { DisputeAttention } from './disputes/DisputeAttention';
import { addDisputeRoutes } from './disputes/disputeRouter';
import { DisputeService, type NumberReader } from './disputes/DisputeService';
import type { DisputeStore } from './disputes/DisputeStore';
import { readAnswerDays } from './disputes/readAnswerDays';

/** What people say about facts and numbers. */
export interface DoraReview {
  addRoutes(router: Router): void;
  /** Disputes that wait for an answer. */
  attention: DisputeAttention;
}

/** Puts together how people correct facts and dispute numbers. */
export function createDoraReview(options: {
  corrections: CorrectionStore;
  disputes: DisputeStore;
  readNumber: NumberReader;
  catalog: CatalogStore;
  visibility: VisibilityResolver;
  auditor: AuditorService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  config: RootConfigService;
  calendar: OrganisationCalendar;
  /** Epoch milliseconds. */
  clock: () => number;
}): DoraReview {
  const { auditor, auth, visibility, httpAuth, calendar, clock } = options;
  const common = { auditor, auth, visibility };
  const corrections = new AuthorizedCorrectionService({
    ...common,
    service: new CorrectionService({ ...options, store: options.corrections }),
  });
  const disputes = new AuthorizedDisputeService({
    ...common,
    service: new DisputeService({
      ...options,
      store: options.disputes,
      answerDays: readAnswerDays(options.config),
    }),
  });
  return {
    addRoutes(router) {
      addCorrectionRoutes(router, { corrections, httpAuth });
      addDisputeRoutes(router, { disputes, httpAuth });
    },
    attention: new DisputeAttention({
      store: options.disputes,
      zone: calendar.zone,
      clock,
    }),
  };
}
