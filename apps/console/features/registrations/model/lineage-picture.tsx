import { Link } from 'react-router';
import type { ModelFile } from '../../../shared/api/generated/types.gen.ts';
import { Status } from '../../../shared/page/status.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { lineageOf, type LineageNode } from './lineage.ts';

interface Props {
  readonly file: ModelFile;
  /** The registration that is looked at. */
  readonly here: string;
}

/** More than that is no picture any more; the list has them all. */
const DRAWN = 12;
const ROW = 56;
const STEP = 34;
const WIDTH = 430;
const BOX = 44;

/** What the model came from and what became of it: a tree, and the same as a list. */
export const Lineage = ({ file, here }: Props) => {
  const { t } = useTexts();
  const nodes = lineageOf(file, here);
  if (nodes.length < 2) return <p>{t('model.lineage.alone')}</p>;
  return (
    <div className="lineage">
      <Tree nodes={nodes.slice(0, DRAWN)} more={Math.max(0, nodes.length - DRAWN)} />
      <ul className="links">
        {nodes.map((node) => (
          <li key={node.id}>
            <span className="help">{t(`model.lineage.${node.kind}`)}</span>{' '}
            <span lang="vi">
              {node.here ? <strong>{node.name}</strong> : <Link to={`/registrations/${node.id}`}>{node.name}</Link>}
            </span>
            <div className="help">
              <span lang="vi">
                {node.unitName}
                {node.cycleName && `, ${node.cycleName}`}
              </span>{' '}
              · <Status of="registrationStatusNames" status={node.status} />
              {node.here && ` (${t('model.lineage.here')})`}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
};

const Tree = ({ nodes, more }: { readonly nodes: readonly LineageNode[]; readonly more: number }) => {
  const { t } = useTexts();
  const height = nodes.length * ROW + (more > 0 ? 24 : 0);
  return (
    <svg className="tree" role="img" aria-label={t('model.lineage.picture')} viewBox={`0 0 ${WIDTH} ${height}`}>
      {nodes.map(({ id, from, depth }, row) => {
        if (from === undefined) return null;
        const parent = nodes[from];
        if (parent === undefined) return null;
        const x = parent.depth * STEP + 12;
        const top = from * ROW + BOX;
        return parent.depth === depth ? (
          <path key={id} d={`M${x} ${top} V${row * ROW}`} />
        ) : (
          <path key={id} d={`M${x} ${top} V${row * ROW + BOX / 2} H${depth * STEP}`} />
        );
      })}
      {nodes.map(({ id, name, unitName, cycleName, kind, depth, here }, row) => (
        <g key={id} transform={`translate(${depth * STEP} ${row * ROW})`} className={here ? 'tree-here' : undefined}>
          <rect width={WIDTH - depth * STEP - 2} height={BOX} x={1} y={1} rx={6} />
          <foreignObject x={12} y={5} width={WIDTH - depth * STEP - 24} height={BOX - 5}>
            <div className="tree-name">{name}</div>
            <div className="tree-of">{kind === 'CYCLE' ? cycleName : `${t(`model.lineage.${kind}`)}: ${unitName}`}</div>
          </foreignObject>
        </g>
      ))}
      {more > 0 && (
        <text x={12} y={height - 6} className="tree-of">
          {t('model.lineage.more', { count: more })}
        </text>
      )}
    </svg>
  );
};
