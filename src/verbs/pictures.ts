import { join } from 'node:path'
import type { Config } from '../config.ts'
import { createPictureCache } from '../ingest/pictures/picture-cache.ts'
import { createPictureMaker } from '../ingest/pictures/picture-maker.ts'
import { createPictures } from '../ingest/pictures/pictures.ts'
import type { PictureSource } from '../web/site.ts'
import type { Engine } from './engine.ts'

const MB = 1_000_000

/** Foreign pictures over the engine's network and the data folder; null where the owner shows none. `close` ends the process that decodes them. */
export function picturesOf(config: Config, engine: Engine): (PictureSource & { close: () => void }) | null {
  if (!config.pictures) return null
  const maker = createPictureMaker()
  const cache = createPictureCache({
    folder: join(config.data, 'pictures'),
    maxBytes: config.pictureCacheMb * MB,
    now: engine.now,
  })
  return { ...createPictures({ fetch: engine.fetch, maker, cache, log: engine.log }), close: () => maker.close() }
}
