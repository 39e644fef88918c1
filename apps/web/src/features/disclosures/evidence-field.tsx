import { useTranslation } from 'react-i18next';
import { UploadField } from '../../ui/upload/upload-field';

/** A file that goes with a disclosure. */
export interface EvidenceFile {
  id: string;
  name: string;
  size?: number;
}

interface EvidenceFieldProps {
  files: EvidenceFile[];
  onChange: (files: EvidenceFile[]) => void;
}

/** Documents that explain what was disclosed, such as a judgment; nobody has to have any. */
export function EvidenceField({ files, onChange }: EvidenceFieldProps) {
  const { t } = useTranslation('disclosures');
  return (
    <UploadField
      name="evidence"
      label={t('field.evidence')}
      hint={t('field.evidenceHint')}
      optional
      types={['application/pdf', 'image/jpeg', 'image/png']}
      maxBytes={10_000_000}
      path="/api/files?purpose=evidence"
      files={files}
      hrefOf={(file) => `/api/files/${file.id}`}
      onUploaded={(file) => onChange([...files, file])}
      onRemove={(file) => {
        onChange(files.filter(({ id }) => id !== file.id));
        return Promise.resolve();
      }}
    />
  );
}
