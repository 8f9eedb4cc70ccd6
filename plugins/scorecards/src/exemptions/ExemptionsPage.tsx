import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AcceptanceDrawer,
  AcceptanceTable,
  ChoicePicker,
  PagedRows,
  Panel,
  SegmentedButtons,
  useAcceptanceWords,
  useFactStyles,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { BadStandardsPanel } from './BadStandardsPanel';
import { scorecardExemptionsTranslationRef } from './translation';
import {
  endedStates,
  exemptionBoxes,
  useExemptionParams,
  useExemptions,
  type EndedState,
  type ExemptionBox,
} from './useExemptions';

const SKELETON_ROWS = 6;

/** The exemptions: what waits for me, what is in force until when, what has ended, and the checks that too many are exempt from. */
export function ExemptionsPage() {
  const { t } = useTranslationRef(scorecardExemptionsTranslationRef);
  const sections = useSectionStyles();
  const facts = useFactStyles();
  const view = useExemptionParams();
  const pages = useExemptions(view);
  return (
    <div className={sections.page}>
      <Panel
        flush
        title={t(`box.${view.box}`)}
        actions={<Filters view={view} />}
      >
        <p className={facts.quiet} style={{ padding: '0 16px' }}>
          {t('caption')}
        </p>
        <PagedRows
          pages={pages}
          subject={t('subject')}
          label={t('pages')}
          skeletonRows={SKELETON_ROWS}
          empty={t(`empty.${view.box}`)}
          quietOnOnePage
        >
          {page => (
            <AcceptanceTable
              title={t(`box.${view.box}`)}
              acceptances={page.items}
              onOpen={id => view.show({ id })}
            />
          )}
        </PagedRows>
      </Panel>
      <BadStandardsPanel />
      {view.id !== undefined && (
        <AcceptanceDrawer
          key={view.id}
          id={view.id}
          onClose={() => view.show({ id: undefined })}
          onChanged={pages.page.retry}
        />
      )}
    </div>
  );
}

function Filters(props: { view: ReturnType<typeof useExemptionParams> }) {
  const { view } = props;
  const { t } = useTranslationRef(scorecardExemptionsTranslationRef);
  const words = useAcceptanceWords();
  return (
    <>
      <SegmentedButtons<ExemptionBox>
        label={t('boxes')}
        value={view.box}
        options={exemptionBoxes.map(id => ({ id, label: t(`box.${id}`) }))}
        onChange={box => view.show({ box, id: undefined })}
      />
      {view.box === 'ended' && (
        <ChoicePicker<EndedState>
          label={t('endedState')}
          value={view.ended}
          choices={endedStates.map(id => ({ id, label: words.state[id] }))}
          onChange={ended => view.show({ ended })}
        />
      )}
    </>
  );
}
