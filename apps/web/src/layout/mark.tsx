/** The product's mark: something arriving where water meets land. */
export const Mark = ({ size = 28, inverse = false }: { size?: number; inverse?: boolean }) => {
  const ground = inverse ? 'rgba(255,255,255,.14)' : '#12457a';
  const wave = 'c2.5 0 2.5-1.8 5-1.8s2.5 1.8 5 1.8 2.5-1.8 5-1.8 2.5 1.8 5 1.8';
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill={ground} />
      <g fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d={`M6 20.5${wave}`} />
        <path d={`M6 25${wave}`} strokeOpacity=".55" />
        <path d="M16 6.5v8.2M12.4 11.4 16 15l3.6-3.6" strokeWidth="2.2" />
      </g>
    </svg>
  );
};
