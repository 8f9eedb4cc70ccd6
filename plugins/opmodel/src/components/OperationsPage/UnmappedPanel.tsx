import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import type { UnmappedEvents } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  QueryView,
  RowsSkeleton,
  StateChip,
  useFormats,
  useOpmodelApi,
  type QueryState,
  useAction,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { ActionResult } from './ActionResult';
import { UnmappedTable } from './UnmappedTable';
import { useNoteStyles } from './useNoteStyles';

/** Props of {@link UnmappedPanel}. */
export interface UnmappedPanelProps {
  unmapped: QueryState<UnmappedEvents>;
  /** Whether anything has come in: without it, an empty list says nothing. */
  anything: boolean;
  /** Whether the person may let events be mapped once more. */
  mayReplay: boolean;
  /** True where the page says already that refreshing fails. */
  quiet: boolean;
  onReplayed: () => void;
}

/** What waits for an entity, why, and what helps. */
export function UnmappedPanel(props: UnmappedPanelProps) {
  const { unmapped, anything, mayReplay, quiet, onReplayed } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const notes = useNoteStyles();
  const formats = useFormats();
  const api = useOpmodelApi();
  const replay = useAction(
    () => api.replayUnmappedEvents(),
    () => {
      unmapped.retry();
      onReplayed();
    },
  );
  const total = unmapped.data?.totalEvents ?? 0;

  return (
    <Panel
      flush
      title={t('unmapped.title')}
      actions={
        mayReplay &&
        total > 0 && (
          <Button
            size="small"
            variant="outlined"
            aria-disabled={replay.running}
            onClick={() => replay.run()}
          >
            {replay.running ? t('unmapped.replaying') : t('unmapped.replay')}
          </Button>
        )
      }
    >
      <ActionResult
        action={replay}
        done={({ applied, unmapped: waiting }) =>
          t('unmapped.replayed', {
            applied: formats.count(applied),
            unmapped: formats.count(waiting),
          })
        }
        failed={message => t('unmapped.replayFailed', { message })}
      />
      <QueryView
        query={unmapped}
        subject={t('unmapped.subject')}
        quiet={quiet}
        skeleton={
          <div className={notes.flush}>
            <RowsSkeleton rows={3} />
          </div>
        }
      >
        {list =>
          list.items.length === 0 ? (
            <div className={notes.flush}>
              {anything ? (
                <StateChip state="good" label={t('unmapped.empty')} />
              ) : (
                <StateChip state="no_data" label={t('intake.none')} />
              )}
            </div>
          ) : (
            <UnmappedTable list={list} />
          )
        }
      </QueryView>
    </Panel>
  );
}
