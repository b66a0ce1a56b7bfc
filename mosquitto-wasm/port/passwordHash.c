/* Passwords as mosquitto_passwd writes them, checked without OpenSSL: `$6$salt$hash` is SHA-512 over password and salt,
 * `$7$iterations$salt$hash` is PBKDF2 with HMAC-SHA-512 (RFC 8018 section 5.2). SHA-512 after FIPS 180-4 section 6.4. */
#include <stdlib.h>
#include <string.h>

#include "port.h"
#include "mosquitto_broker_internal.h"

enum { BLOCK = 128, HASH = 64, SALT = 12 };

static const uint64_t round_constant[80] = {
	0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
	0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
	0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
	0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
	0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
	0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
	0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
	0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
	0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
	0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
	0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
	0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
	0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
	0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
	0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
	0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
	0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
	0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
	0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
	0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817
};

struct sha512 {
	uint64_t state[8];
	uint8_t block[BLOCK];
	size_t length;
};

static uint64_t rotate(uint64_t word, int by)
{
	return word >> by | word << (64 - by);
}

static void compress(struct sha512 *sha)
{
	uint64_t w[80], s[8];

	for(int t=0; t<16; t++){
		w[t] = 0;
		for(int i=0; i<8; i++) w[t] = w[t] << 8 | sha->block[t * 8 + i];
	}
	for(int t=16; t<80; t++){
		uint64_t a = w[t-15], b = w[t-2];
		w[t] = (rotate(b, 19) ^ rotate(b, 61) ^ b >> 6) + w[t-7] + (rotate(a, 1) ^ rotate(a, 8) ^ a >> 7) + w[t-16];
	}
	memcpy(s, sha->state, sizeof(s));
	for(int t=0; t<80; t++){
		uint64_t choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
		uint64_t majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
		uint64_t first = s[7] + (rotate(s[4], 14) ^ rotate(s[4], 18) ^ rotate(s[4], 41)) + choice + round_constant[t] + w[t];
		uint64_t second = (rotate(s[0], 28) ^ rotate(s[0], 34) ^ rotate(s[0], 39)) + majority;
		memmove(s + 1, s, 7 * sizeof(uint64_t));
		s[4] += first;
		s[0] = first + second;
	}
	for(int i=0; i<8; i++) sha->state[i] += s[i];
}

static void begin(struct sha512 *sha)
{
	static const uint64_t initial[8] = {
		0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
		0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179
	};
	memcpy(sha->state, initial, sizeof(initial));
	sha->length = 0;
}

static void add(struct sha512 *sha, const void *bytes, size_t length)
{
	for(size_t i=0; i<length; i++){
		sha->block[sha->length++ % BLOCK] = ((const uint8_t *)bytes)[i];
		if(sha->length % BLOCK == 0) compress(sha);
	}
}

static void end(struct sha512 *sha, uint8_t hash[HASH])
{
	uint64_t bits = (uint64_t)sha->length * 8;
	uint8_t size[8];

	add(sha, "\x80", 1);
	while(sha->length % BLOCK != BLOCK - 8) add(sha, "", 1);
	for(int i=0; i<8; i++) size[i] = (uint8_t)(bits >> (56 - 8 * i));
	add(sha, size, sizeof(size));
	for(int i=0; i<HASH; i++) hash[i] = (uint8_t)(sha->state[i / 8] >> (56 - 8 * (i % 8)));
}

/* HMAC's two halves with the key already in them (RFC 2104), so that an iteration costs two blocks. */
static void begin_hmac(struct sha512 *inner, struct sha512 *outer, const char *key)
{
	uint8_t padded[BLOCK] = {0}, pad[BLOCK];
	size_t length = strlen(key);

	if(length > BLOCK){
		begin(inner);
		add(inner, key, length);
		end(inner, padded);
	}else{
		memcpy(padded, key, length);
	}
	for(int i=0; i<BLOCK; i++) pad[i] = padded[i] ^ 0x36;
	begin(inner);
	add(inner, pad, BLOCK);
	for(int i=0; i<BLOCK; i++) pad[i] = padded[i] ^ 0x5c;
	begin(outer);
	add(outer, pad, BLOCK);
}

static void end_hmac(struct sha512 inner, struct sha512 outer, const uint8_t *text, size_t length, uint8_t hash[HASH])
{
	add(&inner, text, length);
	end(&inner, hash);
	add(&outer, hash, HASH);
	end(&outer, hash);
}

/* One block of output is all that is asked for. */
static void pbkdf2(const char *password, const uint8_t salt[SALT], long iterations, uint8_t hash[HASH])
{
	struct sha512 inner, outer;
	uint8_t first[SALT + 4], last[HASH];

	begin_hmac(&inner, &outer, password);
	memcpy(first, salt, SALT);
	memcpy(first + SALT, "\0\0\0\1", 4);
	end_hmac(inner, outer, first, sizeof(first), last);
	memcpy(hash, last, HASH);
	for(long i=1; i<iterations; i++){
		end_hmac(inner, outer, last, HASH, last);
		for(int j=0; j<HASH; j++) hash[j] ^= last[j];
	}
}

static int digit(char c)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *found = c ? strchr(digits, c) : NULL;
	return found ? (int)(found - digits) : -1;
}

/* Base64 of exactly `length` bytes up to `stop`. Where it ended; NULL: it is something else. */
static const char *decode(const char *text, char stop, uint8_t *bytes, size_t length)
{
	uint32_t held = 0;
	int bits = 0;

	for(size_t done=0; done<length; text++){
		int value = digit(*text);
		if(value < 0) return NULL;
		held = held << 6 | (uint32_t)value;
		bits += 6;
		if(bits >= 8){
			bits -= 8;
			bytes[done++] = (uint8_t)(held >> bits);
		}
	}
	while(*text == '=') text++;
	return *text == stop ? text : NULL;
}

struct stored {
	long iterations; /* 0: one hash */
	uint8_t salt[SALT], hash[HASH];
};

static bool parse(const char *text, struct stored *stored)
{
	char *after = NULL;

	if(text == NULL) return false;
	stored->iterations = 0;
	if(!strncmp(text, "$6$", 3)){
		text += 3;
	}else if(!strncmp(text, "$7$", 3)){
		stored->iterations = strtol(text + 3, &after, 10);
		if(stored->iterations < 1 || *after != '$') return false;
		text = after + 1;
	}else{
		return false;
	}
	text = decode(text, '$', stored->salt, SALT);
	return text && decode(text + 1, '\0', stored->hash, HASH);
}

/* Whether this very password is one of these, and another of them is hashed. */
static bool beside_a_hash(struct mosquitto__unpwd *users, const char *password)
{
	struct mosquitto__unpwd *user, *next;
	struct stored unused;
	bool here = false, hashes = false;

	HASH_ITER(hh, users, user, next){
		if(user->password == password) here = true;
		else if(parse(user->password, &unused)) hashes = true;
	}
	return here && hashes;
}

/* A file that mosquitto_passwd has hashed holds no plain passwords: a line without a whole hash is a damaged one, which
 * upstream drops. Upstream without OpenSSL takes every line as plain, and so does the port when no line is hashed. */
static bool is_damaged(const char *password)
{
	bool found = beside_a_hash(db.config->security_options.unpwd, password);

	for(int i=0; i<db.config->listener_count && !found; i++){
		found = beside_a_hash(db.config->listeners[i].security_options.unpwd, password);
	}
	if(found) log__printf(NULL, MOSQ_LOG_ERR, "Error: Invalid password hash in a password file with hashes, access refused.");
	return found;
}

/* What security_default.c calls to compare a stored password with a client's, and two names: 0 when they agree. */
int port_compare_password(const char *text, const char *given)
{
	struct stored stored;
	uint8_t hash[HASH];
	int different = 0;

	if(!parse(text, &stored)) return strcmp(text, given) || is_damaged(text);
	if(stored.iterations){
		pbkdf2(given, stored.salt, stored.iterations, hash);
	}else{
		struct sha512 sha;
		begin(&sha);
		add(&sha, given, strlen(given));
		add(&sha, stored.salt, SALT);
		end(&sha, hash);
	}
	for(int i=0; i<HASH; i++) different |= stored.hash[i] ^ hash[i];
	return different;
}
