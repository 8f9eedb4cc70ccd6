import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  QueryView,
  useSectionStyles,
  WindowPicker,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEntitySlos } from '../../hooks/sloQueries';
import { useExplainedObjective } from '../../hooks/useExplainedObjective';
import { useSloWindow } from '../../hooks/useSloWindow';
import { sloTranslationRef } from '../../translation';
import { sloEntityTranslationRef } from '../../translations/entity';
import { SloExplainDrawer } from '../SloExplainDrawer';
import { EntitySections } from './EntitySections';
import { ScopeSections } from './ScopeSections';
import { SloHeader } from './SloHeader';
import { SloSkeleton } from './SloSkeleton';

/** Kinds that hold others, so that their tab is a roll-up. */
const SCOPES = ['system', 'domain', 'group'];

/** The SLO tab of an entity, or of what a system, domain or group holds. */
export function EntitySloContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(sloTranslationRef);
  const { t: texts } = useTranslationRef(sloEntityTranslationRef);
  const sections = useSectionStyles();
  const entityRef = stringifyEntityRef(entity);
  const pages = useEntitySlos(entityRef);
  const report = pages.page;
  const { selection, choose } = useSloWindow();
  const [, explain] = useExplainedObjective();
  const isScope =
    report.data?.entity.rollUp ?? SCOPES.includes(entity.kind.toLowerCase());
  return (
    <>
      <SloHeader
        title={entity.metadata.title ?? entity.metadata.name}
        report={report.data}
        refreshing={report.phase === 'refreshing'}
        actions={
          !isScope &&
          report.data?.totalItems !== 0 && (
            <WindowPicker
              value={selection}
              onChange={choose}
              own={{
                label: texts('header.own'),
                hint: texts('header.ownHint'),
                onChoose: () => choose(undefined),
              }}
            />
          )
        }
      />
      <QueryView
        query={report}
        subject={t('subject')}
        skeleton={<SloSkeleton isScope={isScope} />}
        notFound={
          <EmptyState
            title={texts('empty.unknownTitle')}
            description={texts('empty.unknownText')}
          />
        }
      >
        {data => {
          const Sections = data.entity.rollUp ? ScopeSections : EntitySections;
          return (
            <div className={sections.page}>
              <Sections
                report={data}
                pages={pages}
                window={selection}
                onExplain={explain}
                onChanged={report.retry}
              />
            </div>
          );
        }}
      </QueryView>
      <SloExplainDrawer
        titleOf={sloRef =>
          report.data?.items.find(({ ref }) => ref === sloRef)?.title
        }
      />
    </>
  );
}
