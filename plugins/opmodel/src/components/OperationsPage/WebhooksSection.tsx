import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EngineHealth } from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  Panel,
  useOpmodelApi,
  useAction,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useRef } from 'react';
import type { DeliveryPages } from '../../hooks/useDeliveries';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { ActionResult } from './ActionResult';
import { DocsLink } from './DocsLink';
import { OperationsSection } from './OperationsSection';
import { DeliveriesPanel } from './DeliveriesPanel';
import { SourceTable } from './SourceTable';

const sourceSnippet = `# POST /api/opmodel/intake/github
opmodel:
  intake:
    sources:
      github:
        type: github
        secrets: ['\${GITHUB_WEBHOOK_SECRET}']`;

/** After this, what waited again has been processed, or was set aside once more. */
const SETTLED_AFTER_MS = 4_000;

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
  deliveries: DeliveryPages;
  /** Whether the person may let deliveries be processed once more. */
  mayReplay: boolean;
  /** True where the page says already that refreshing fails. */
  quiet: boolean;
  onReplayed: () => void;
}

/** Who sends webhooks, what of it waits, and what could not be read, with the way to try it once more. */
export function WebhooksSection(props: WebhooksSectionProps) {
  const { inbox, deliveries, mayReplay, quiet, onReplayed } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const api = useOpmodelApi();
  const settling = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(settling.current), []);
  const action = useAction(
    (selection: DeliverySelection) => api.replayDeliveries(selection),
    () => {
      const refresh = () => {
        deliveries.restart();
        onReplayed();
      };
      refresh();
      clearTimeout(settling.current);
      settling.current = setTimeout(refresh, SETTLED_AFTER_MS);
    },
  );
  const replay = mayReplay ? action : undefined;
  // What a source left behind is shown, even when its configuration is gone.
  const leftBehind = inbox.setAside + inbox.waiting > 0;

  if (inbox.sources.length === 0 && !leftBehind) {
    return (
      <OperationsSection id="webhooks">
        <EmptyState
          title={t('webhooks.emptyTitle')}
          description={t('webhooks.emptyText')}
          step={{ text: t('webhooks.emptyStep'), snippet: sourceSnippet }}
          action={
            <DocsLink
              docs="webhooks#set-up-a-source"
              title={t('webhooks.docs')}
            />
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
      <DeliveriesPanel
        sources={inbox.sources.map(({ id }) => id)}
        deliveries={deliveries}
        replay={replay}
        quiet={quiet}
        result={
          <ActionResult
            action={action}
            done={count => t('deliveries.replayed', { count })}
            failed={message => t('deliveries.replayFailed', { message })}
          />
        }
      />
    </OperationsSection>
  );
}
