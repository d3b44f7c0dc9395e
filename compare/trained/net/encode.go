package net

// Encoding is what is known of a statement on its own. It takes about 640 bytes
// a piece, 20 kB for a sentence of the news.
type Encoding struct {
	ids  []int32
	keys [heads][]float32 // what a head compares: pieces x keySize
	meet []float32        // what the heads bring home: pieces x homeSize
	own  []float32        // what a piece adds by itself: pieces x fuseSize
}

// Len is the number of pieces that were read; 0 says that there was nothing to
// read, and every judgement of it is Neutral.
func (e *Encoding) Len() int { return len(e.ids) }

// Encode reads a statement, as far as [MaxPieces] pieces. Give it each
// statement once, and keep what it returns for all the statement's pairs.
func (m *Model) Encode(text string) *Encoding {
	in, err := m.reader.Read(text)
	if err != nil {
		return &Encoding{} // the tokenizer failed: nothing can be said
	}
	return m.encode(in)
}

func (m *Model) encode(in Input) *Encoding {
	n := len(in.IDs)
	if n == 0 {
		return &Encoding{}
	}
	// x and h have a row of zeros before and behind.
	x := make([]float32, (n+2)*embedSize)
	for i, id := range in.IDs {
		row := x[(i+1)*embedSize : (i+2)*embedSize]
		m.embed.row(row, int(id))
		add(row, m.marks[int(in.Marks[i])*embedSize:][:embedSize])
	}
	h := make([]float32, (n+2)*hiddenSize)
	m.conv1.apply(h[hiddenSize:], x, n, embedSize)
	relu(h[hiddenSize : (n+1)*hiddenSize])
	c := make([]float32, n*hiddenSize)
	m.conv2.apply(c, h, n, hiddenSize)
	relu(c)
	add(c, h[hiddenSize:])
	return m.project(in.IDs, x[embedSize:], c)
}

// project makes of pieces x, and of them in context c, what pairs ask for.
func (m *Model) project(ids []int32, x, c []float32) *Encoding {
	n := len(ids)
	z := make([]float32, 0, n*bothSize)
	for i := range n {
		z = append(append(z, x[i*embedSize:(i+1)*embedSize]...), c[i*hiddenSize:(i+1)*hiddenSize]...)
	}
	all := make([]float32, n*(heads*keySize+homeSize+fuseSize))
	part := func(size int) []float32 {
		p := all[: n*size : n*size]
		all = all[n*size:]
		return p
	}
	e := &Encoding{ids: ids, keys: [heads][]float32{part(keySize), part(keySize)}, meet: part(homeSize), own: part(fuseSize)}
	m.keys[0].apply(e.keys[0], x, n, embedSize)
	m.keys[1].apply(e.keys[1], z, n, bothSize)
	m.meet.apply(e.meet, z, n, bothSize)
	m.own.apply(e.own, z, n, bothSize)
	return e
}
