import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EngineHealth } from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  Panel,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useAction } from '../../hooks/useAction';
import type { SetAsideDeliveries } from '../../hooks/useSetAsideDeliveries';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { ActionResult } from './ActionResult';
import { DocsLink } from './DocsLink';
import { OperationsSection } from './OperationsSection';
import { SetAsidePanel } from './SetAsidePanel';
import { SourceTable } from './SourceTable';

const sourceSnippet = `# POST /api/opmodel/intake/github
opmodel:
  intake:
    sources:
      github:
        type: github
        secrets:
          - \${GITHUB_WEBHOOK_SECRET}`;

/** Which deliveries are to be processed once more: some, those of one source, or all. */
export interface DeliverySelection {
  ids?: string[];
  source?: string;
}

/** Lets deliveries be processed once more; undefined for those who may not. */
export type ReplayDeliveries =
  | { run: (selection: DeliverySelection) => void; running: boolean }
  | undefined;

/** Props of {@link WebhooksSection}. */
export interface WebhooksSectionProps {
  inbox: EngineHealth['inbox'];
  deliveries: SetAsideDeliveries;
  /** Whether the person may let deliveries be processed once more. */
  mayReplay: boolean;
  /** True where the page says already that refreshing fails. */
  quiet: boolean;
  onReplayed: () => void;
}

/** Who sends webhooks, what of it waits, and what could not be read. */
export function WebhooksSection(props: WebhooksSectionProps) {
  const { inbox, deliveries, mayReplay, quiet, onReplayed } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const api = useOpmodelApi();
  const action = useAction(
    (selection: DeliverySelection) => api.replayDeliveries(selection),
    () => {
      deliveries.restart();
      onReplayed();
    },
  );
  const replay = mayReplay ? action : undefined;
  // What a source left behind is shown, even when its configuration is gone.
  const leftBehind = (deliveries.page.data?.totalItems ?? 0) > 0;

  if (inbox.sources.length === 0 && !leftBehind) {
    return (
      <OperationsSection id="webhooks">
        <EmptyState
          title={t('webhooks.emptyTitle')}
          description={t('webhooks.emptyText')}
          step={{ text: t('webhooks.emptyStep'), snippet: sourceSnippet }}
          action={
            <DocsLink docs="intake#webhooks" title={t('webhooks.docs')} />
          }
        />
      </OperationsSection>
    );
  }
  return (
    <OperationsSection id="webhooks">
      {inbox.sources.length > 0 && (
        <Panel flush title={t('webhooks.sources')}>
          <SourceTable sources={inbox.sources} replay={replay} />
        </Panel>
      )}
      <SetAsidePanel
        sources={inbox.sources.map(({ id }) => id)}
        deliveries={deliveries}
        replay={replay}
        quiet={quiet}
        result={
          <ActionResult
            failed={action.error !== undefined}
            text={
              action.error
                ? t('deliveries.replayFailed', {
                    message: action.error.message,
                  })
                : action.result === undefined
                ? undefined
                : t('deliveries.replayed', { count: action.result })
            }
          />
        }
      />
    </OperationsSection>
  );
}
