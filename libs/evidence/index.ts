export { createEvidenceFiles, MAX_FILE_BYTES, type EvidenceFiles, type ReceivedFile } from './evidence-files.ts';
