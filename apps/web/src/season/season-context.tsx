import type { Home } from '@matchwatch/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { useApi } from '../http/use-api.js';
import { useRoleDoes } from '../session/use-role.js';
import { seasonOfLocation } from './season-of-location.js';

interface SeasonState {
  /** The season asked for, or the server's own choice once it is known. */
  season: number | undefined;
  /** The season whose overview is asked for: none while a school has no applicants, whatever season it prepares for. */
  homeOf: number | undefined;
  setSeason: (season: number) => void;
}

const SeasonContext = createContext<SeasonState>({ season: undefined, homeOf: undefined, setSeason: () => undefined });
export const useSeason = (): SeasonState => useContext(SeasonContext);

/** Holds which Match season the pages are about; a link that names one wins. */
export function SeasonProvider({ children }: { children: ReactNode }) {
  const location = useLocation();
  const named = seasonOfLocation(location.search);
  const [chosen, setChosen] = useState(named);
  useEffect(() => {
    if (named !== undefined) setChosen(named);
  }, [named]);
  const { data } = useHomeOf(chosen);
  const season = chosen ?? data?.season;
  const homeOf = chosen ?? (data && data.seasons.length > 0 ? data.season : undefined);
  const state = useMemo(() => ({ season, homeOf, setSeason: setChosen }), [season, homeOf]);
  return <SeasonContext.Provider value={state}>{children}</SeasonContext.Provider>;
}

function useHomeOf(season: number | undefined) {
  const api = useApi();
  const client = useQueryClient();
  const enabled = useRoleDoes()('home.view');
  return useQuery<Home>({
    enabled,
    queryKey: ['home', season ?? 'current'],
    queryFn: async ({ signal }) => {
      const home = await api.getHome(season, signal);
      // The server's choice is a season like any other: asked again by name, it is already here.
      if (season === undefined && home.seasons.length > 0) client.setQueryData(['home', home.season], home);
      return home;
    },
    staleTime: 30_000,
  });
}

/** The overview of the season in view: what the home page shows, and what the top bar says of the data. */
export const useHome = () => useHomeOf(useSeason().homeOf);

/** Brings the season of the document on the page into view: what the bars around it say must be about it. */
export function useSeasonOf(documentSeason: number): void {
  const { setSeason } = useSeason();
  useEffect(() => setSeason(documentSeason), [documentSeason, setSeason]);
}
