import { drawPicture } from './demo/draw-picture.ts'
import { formsOf, makePicture } from './ingest/pictures/make-picture.ts'
import type { PictureSaid, PictureTask } from './ingest/pictures/picture-maker.ts'

/**
 * Entry of the process that decodes foreign pictures: bytes in, pictures of our own out, one after the other. Native code that fails
 * takes nothing down but this process, which has no store, no secret and no network to lose.
 */
function say(said: PictureSaid): void {
  process.send?.(said)
}

process.on('message', async (task: PictureTask) => {
  say('bytes' in task ? await makePicture(task.bytes) : { ok: true, value: await formsOf(drawPicture(task.draw)) })
})
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL')) // an exit would wait for the picture that is being decoded
say('ready')
