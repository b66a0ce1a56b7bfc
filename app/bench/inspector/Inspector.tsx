// One packet opened up: who sent it to whom and what became of it, its bytes, the bits of the byte the learner is at, and its fields with what each means.
// Bytes and fields are linked both ways. Knows nothing of playback; which packet comes next is for its user to say.
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type FieldSpan, inspect, leavesOf, type PacketSent, type ProtocolVersion } from '#simulations';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useWidth } from '../../ui/useWidth.ts';
import { BitRow } from './BitRow.tsx';
import { ByteGrid } from './ByteGrid.tsx';
import { codeOf, hexText } from './byteText.ts';
import { FieldList } from './FieldList.tsx';
import styles from './Inspector.module.css';
import { PacketFacts } from './PacketFacts.tsx';
import { byteOf, FIRST_BYTE, fieldsOf, leavesAt, type Spot, spotIn } from './spot.ts';
import { useCitation } from './useCitation.ts';

/** From here on sixteen bytes stand in a row. Pixels. */
const SIXTEEN_FIT = 590;
/** From here on the characters stand beside the digits, and eight bits in a row. Pixels. */
const EIGHT_FIT = 310;
/** From here on a value stands beside its name; from there on all of a field in one line. Pixels. */
const VALUES_BESIDE = 460;
const ONE_LINE = 660;

export interface InspectorProps {
  /** `null`: none is chosen. */
  readonly packet: PacketSent | null;
  /** That of the packet's connection; a CONNECT says its own. */
  readonly version: ProtocolVersion;
  /** `null`: there is none. */
  readonly previous: PacketSent | null;
  readonly next: PacketSent | null;
  readonly onSelect: (packet: PacketSent) => void;
}

export function Inspector({ packet, version, previous, next, onSelect }: InspectorProps) {
  const t = useTranslations('inspector');
  const steps = packet !== null && (
    <span className={styles.steps}>
      <IconButton
        kind="quiet"
        icon="stepBack"
        label={t('previous')}
        aria-disabled={previous === null}
        onClick={() => previous !== null && onSelect(previous)}
      />
      <IconButton
        kind="quiet"
        icon="stepForward"
        label={t('next')}
        aria-disabled={next === null}
        onClick={() => next !== null && onSelect(next)}
      />
    </span>
  );
  return (
    <Panel title={t('title')} aside={steps || undefined}>
      {packet === null ? <p className={styles.empty}>{t('empty')}</p> : <Opened packet={packet} version={version} />}
    </Panel>
  );
}

function Opened({ packet, version: spoken }: Pick<InspectorProps, 'version'> & { readonly packet: PacketSent }) {
  const { bytes } = packet;
  const [box, width] = useWidth<HTMLDivElement>();
  const { result, version, fields } = useMemo(() => inspect(bytes, spoken), [bytes, spoken]);
  const leaves = useMemo(() => leavesOf(fields), [fields]);
  const [chosen, setChosen] = useState<Spot>(FIRST_BYTE);
  const [pointed, setPointed] = useState<Spot | null>(null);

  const held = spotIn(leaves, bytes.length, chosen);
  const shown = pointed === null ? held : spotIn(leaves, bytes.length, pointed);
  const marked = fieldsOf(leaves, shown);
  const byte = byteOf(leaves, bytes.length, shown);
  const atField = (field: FieldSpan): Spot => ({ at: 'field', path: field.path });

  return (
    <div ref={box} className={styles.opened}>
      <PacketFacts packet={packet} />
      {!result.ok && <Malformed error={result.error} version={version} />}
      <ByteGrid
        bytes={bytes}
        leaves={leaves}
        perRow={width < SIXTEEN_FIT ? 8 : 16}
        withCharacters={width >= EIGHT_FIT}
        byte={byteOf(leaves, bytes.length, held)}
        marked={marked}
        strong={shown.at === 'byte' ? shown.byte : null}
        onHold={(place) => setChosen({ at: 'byte', byte: place })}
        onPoint={(place) => setPointed(place === null ? null : { at: 'byte', byte: place })}
      />
      <BitRow
        folded={width < EIGHT_FIT}
        offset={byte}
        value={bytes[byte] ?? 0}
        fields={leavesAt(leaves, byte)}
        marked={marked}
        onHold={(field) => setChosen(atField(field))}
      />
      <FieldList
        room={width < VALUES_BESIDE ? 'little' : width < ONE_LINE ? 'some' : 'much'}
        fields={fields}
        leaves={leaves}
        version={version}
        marked={marked}
        held={fieldsOf(leaves, held)}
        onHold={(field) => setChosen(atField(field))}
        onPoint={(field) => setPointed(field === null ? null : atField(field))}
      />
      <CopyBytes bytes={bytes} />
    </div>
  );
}

type DecodeError = Extract<ReturnType<typeof inspect>['result'], { readonly ok: false }>['error'];

function Malformed({ error, version }: { readonly error: DecodeError; readonly version: ProtocolVersion }) {
  const t = useTranslations('inspector');
  const cite = useCitation();
  return (
    <Notice kind="problem" title={t('malformed', { problem: error.problem })}>
      {t('malformedWhere', { offset: error.offset, tells: String(version === '5.0'), code: codeOf(error.reasonCode) })}{' '}
      {cite(error.section)}
    </Notice>
  );
}

function CopyBytes({ bytes }: { readonly bytes: Uint8Array }) {
  const t = useTranslations('inspector');
  const [copied, setCopied] = useState<{ readonly of: Uint8Array; readonly how: 'yes' | 'refused' } | null>(null);
  const copy = () => {
    const writing = navigator.clipboard?.writeText(hexText(bytes)) ?? Promise.reject(new Error('no clipboard here'));
    writing.then(
      () => setCopied({ of: bytes, how: 'yes' }),
      () => setCopied({ of: bytes, how: 'refused' }),
    );
  };
  return (
    <div className={styles.copy}>
      <Button kind="quiet" onClick={copy}>
        {t('copy')}
      </Button>
      <output>{copied?.of === bytes ? t(`copied.${copied.how}`) : ''}</output>
    </div>
  );
}
