import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  Panel,
  Snippet,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { lazy, Suspense, useState } from 'react';
import type { WrittenSpec } from './spec';
import { scorecardEditorTranslationRef } from './translation';

// Who writes YAML is larger than the panel: it comes when the document is asked for.
const DocumentText = lazy(async () => {
  const { printDocument } = await import('./printDocument');
  return {
    default: (props: { name: string; spec: WrittenSpec }) => (
      <Snippet text={printDocument(props.name, props.spec)} />
    ),
  };
});

/** What is written, as a document for the catalog. */
export function DocumentPanel(props: { name: string; spec: WrittenSpec }) {
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const facts = useFactStyles();
  const [isShown, setShown] = useState(false);
  return (
    <Panel
      title={t('document.title')}
      actions={
        <ActionButton
          aria-expanded={isShown}
          onClick={() => setShown(shown => !shown)}
        >
          {isShown ? t('document.hide') : t('document.show')}
        </ActionButton>
      }
    >
      <p className={facts.quiet}>{t('document.text')}</p>
      {isShown && (
        <Suspense fallback={null}>
          <DocumentText {...props} />
        </Suspense>
      )}
    </Panel>
  );
}
