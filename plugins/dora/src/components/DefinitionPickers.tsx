import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  BenchmarkEditionId,
  DoraDefinitions,
  DoraProfileId,
} from '@opmodel/backstage-plugin-opmodel-common';
import { ChoicePicker } from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../translation';

/** Props of {@link DefinitionPickers}. */
export interface DefinitionPickersProps {
  definitions: DoraDefinitions;
  profile: DoraProfileId | undefined;
  edition: BenchmarkEditionId | undefined;
  onProfileChange: (profile: DoraProfileId | undefined) => void;
  /** Without it there is no choice of editions. */
  onEditionChange?: (edition: BenchmarkEditionId | undefined) => void;
}

/** Chooses the definition that numbers follow and the edition that they are compared with. What holds anyway leaves no trace in the URL. */
export function DefinitionPickers(props: DefinitionPickersProps) {
  const { definitions, profile, edition } = props;
  const { onProfileChange, onEditionChange } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const { profiles, editions, defaultProfile, defaultEdition } = definitions;
  return (
    <>
      <ChoicePicker
        label={t('strip.profile')}
        value={profile ?? defaultProfile}
        choices={profiles.map(({ id, title }) => ({ id, label: title }))}
        onChange={chosen =>
          onProfileChange(chosen === defaultProfile ? undefined : chosen)
        }
      />
      {onEditionChange && (
        <ChoicePicker
          label={t('strip.edition')}
          value={edition ?? defaultEdition}
          choices={editions.map(({ id }) => ({ id, label: id }))}
          onChange={chosen =>
            onEditionChange(chosen === defaultEdition ? undefined : chosen)
          }
        />
      )}
    </>
  );
}
