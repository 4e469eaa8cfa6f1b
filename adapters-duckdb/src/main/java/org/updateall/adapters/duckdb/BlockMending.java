package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts single damaged bytes of a database right, as far as the checksums of its blocks prove what
 * stood there.
 *
 * <p>A database is three blocks of 4 KiB and then blocks of one size, 256 KiB as a rule. A block
 * begins with the checksum of the rest: with words w of 8 bytes, little-endian, it is {@code 5381 ^
 * (w1 * K) ^ (w2 * K) ^ ...}. If one word is damaged, the difference between the checksum that is
 * stored and the one that is computed is the difference of one product, and K has an inverse: for
 * every word there is exactly one value that would make the checksum right. Where such a value
 * differs from what is there in a single byte, and that for one word of the block alone, it is
 * taken for what stood there; that this is so by chance has a probability below 1 in 10^11. Words
 * that say the same cannot be told apart in that way. Of those only zeroes are put right, and only
 * in the empty end of a block, where nothing but zeroes is before and behind.
 *
 * <p>Of the first three blocks, the first says what kind of file it is, the same in all of this
 * program, and the others are two accounts of what is where, written in turn. The engine goes by
 * the newer one but refuses a file of which it cannot read both.
 */
final class BlockMending {

  private static final int HEADER = 4096;
  private static final int FIRST_ACCOUNT = HEADER;
  private static final int SECOND_ACCOUNT = 2 * HEADER;
  private static final int BLOCKS = 3 * HEADER;
  private static final int WORD = 8;
  private static final int TURN = 8;
  private static final int BLOCK_SIZE = 40;
  private static final int GREATEST_BLOCK = 262_144;

  /** The first three blocks are empty from there on at the latest. */
  private static final int LEAST_EMPTY = 256;

  private static final int EMPTY_BEFORE = 512;

  private static final long SEED = 5381;
  private static final long FACTOR = 0xBF58_476D_1CE4_E5B9L;
  private static final long INVERSE = inverse();

  private final FileChannel file;

  private BlockMending(FileChannel file) {
    this.file = file;
  }

  /**
   * @param file a copy of a database
   * @param fresh a sound database, of which the first block is taken if that one cannot be mended
   */
  static void mend(Path file, Path fresh, Losses losses) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileChannel other = FileChannel.open(fresh, StandardOpenOption.READ)) {
      BlockMending mending = new BlockMending(channel);
      int mended = mending.headers(other, losses) + mending.blocks();
      if (mended > 0) {
        losses.note(
            "Damaged bytes were put right, as the checksums of their blocks prove: " + mended);
      }
    }
  }

  private int headers(FileChannel fresh, Losses losses) throws IOException {
    int mended = mended(0, HEADER) + mended(FIRST_ACCOUNT, HEADER) + mended(SECOND_ACCOUNT, HEADER);
    if (!isSound(0)) {
      file.write(read(fresh, 0, HEADER), 0);
      losses.note("The first block of the file was damaged, and was replaced by that of a new one");
    }
    standIn(FIRST_ACCOUNT, SECOND_ACCOUNT, losses);
    standIn(SECOND_ACCOUNT, FIRST_ACCOUNT, losses);
    return mended;
  }

  /** The older account is not needed; the newer one cannot be done without. */
  private void standIn(int sound, int damaged, Losses losses) throws IOException {
    if (isSound(sound) && !isSound(damaged) && turn(damaged) == turn(sound) - 1) {
      file.write(read(file, sound, HEADER), damaged);
      losses.note("The older account of what is where was damaged, and is not needed");
    }
  }

  private int blocks() throws IOException {
    int size = blockSize();
    int mended = 0;
    for (long place = BLOCKS; place + size <= file.size(); place += size) {
      mended += mended(place, size);
    }
    return mended;
  }

  private int blockSize() throws IOException {
    for (int account : new int[] {FIRST_ACCOUNT, SECOND_ACCOUNT}) {
      long size = account(account).getLong(BLOCK_SIZE);
      if (isSound(account) && size >= HEADER && size <= GREATEST_BLOCK && size % WORD == 0) {
        return (int) size;
      }
    }
    return GREATEST_BLOCK;
  }

  private long turn(int account) throws IOException {
    return account(account).getLong(TURN);
  }

  /** What stands there; zeroes, where the file ends before. */
  private ByteBuffer account(int place) throws IOException {
    ByteBuffer block = read(file, place, HEADER);
    return block.limit() == HEADER ? block : ByteBuffer.allocate(HEADER);
  }

  private boolean isSound(int header) throws IOException {
    ByteBuffer block = read(file, header, HEADER);
    return block.limit() == HEADER && checksum(block) == block.getLong(0);
  }

  /** How many bytes of the block were put right: one or none. */
  private int mended(long place, int size) throws IOException {
    ByteBuffer block = read(file, place, size);
    if (block.limit() < size) {
      return 0;
    }
    int damaged = damagedWord(block);
    if (damaged < 0) {
      return 0;
    }
    long right = damaged == 0 ? checksum(block) : rightWord(block, damaged, difference(block));
    file.write(
        ByteBuffer.allocate(WORD).order(ByteOrder.LITTLE_ENDIAN).putLong(0, right),
        place + damaged);
    return 1;
  }

  /** Where the one word is that is wrong in one byte; negative if none is, or it is not sure. */
  private static int damagedWord(ByteBuffer block) {
    long difference = difference(block);
    if (difference == 0) {
      return -1;
    }
    List<Integer> possible = new ArrayList<>();
    if (isInOneByte(difference)) {
      possible.add(0);
    }
    for (int at = WORD; at < block.limit(); at += WORD) {
      if (isInOneByte(block.getLong(at) ^ rightWord(block, at, difference))) {
        possible.add(at);
      }
    }
    return possible.size() == 1 ? possible.get(0) : amongZeroes(block, possible, difference);
  }

  private static int amongZeroes(ByteBuffer block, List<Integer> possible, long difference) {
    return possible.stream()
        .filter(at -> at > LEAST_EMPTY && rightWord(block, at, difference) == 0)
        .filter(at -> isEmpty(block, Math.max(LEAST_EMPTY, at - EMPTY_BEFORE), at))
        .filter(at -> isEmpty(block, at + WORD, block.limit()))
        .findFirst()
        .orElse(-1);
  }

  private static boolean isEmpty(ByteBuffer block, int from, int to) {
    for (int at = from; at < to; at += WORD) {
      if (block.getLong(at) != 0) {
        return false;
      }
    }
    return true;
  }

  private static long rightWord(ByteBuffer block, int at, long difference) {
    return (block.getLong(at) * FACTOR ^ difference) * INVERSE;
  }

  private static long difference(ByteBuffer block) {
    return checksum(block) ^ block.getLong(0);
  }

  private static boolean isInOneByte(long difference) {
    int shift = Long.numberOfTrailingZeros(difference) / Byte.SIZE * Byte.SIZE;
    return difference != 0 && difference >>> shift < 256 && difference >>> shift > 0;
  }

  private static long checksum(ByteBuffer block) {
    long checksum = SEED;
    for (int at = WORD; at < block.limit(); at += WORD) {
      checksum ^= block.getLong(at) * FACTOR;
    }
    return checksum;
  }

  private static ByteBuffer read(FileChannel channel, long place, int size) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    int count = 0;
    while (count >= 0 && block.hasRemaining()) {
      count = channel.read(block, place + block.position());
    }
    return block.flip();
  }

  /** By Newton's method: each step doubles the bits that are right, of which three are at first. */
  private static long inverse() {
    long inverse = FACTOR;
    for (int i = 0; i < 5; i++) {
      inverse *= 2 - FACTOR * inverse;
    }
    return inverse;
  }
}
