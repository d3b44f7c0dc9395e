#include "go_asm.h"
#include "textflag.h"

// func runAVX2(p *product)
//
// Two rows of x and the four of w at a time, each sum in eight parts, the lanes
// of Y0 to Y7. VPMADDWD is sixteen products, added up two and two.
TEXT ·runAVX2(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), R9
	MOVQ product_y(R9), DI
	MOVQ product_x(R9), SI
	MOVQ product_xBy(R9), R8
	MOVQ product_rows(R9), BX
	MOVQ product_k(R9), CX
	MOVQ product_wStep(R9), AX
	MOVQ product_w(R9), R10    // the four rows of w
	LEAQ (R10)(AX*2), R11
	LEAQ (R11)(AX*2), R12
	LEAQ (R12)(AX*2), R13

rows:
	MOVQ SI, DX                // the second row of x
	CMPQ BX, $1
	JEQ  zero                  // is the first again where there is none
	MOVQ product_xStep(R9), AX
	LEAQ (SI)(AX*2), DX

zero:
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7
	XORQ  AX, AX

sixteen:
	VMOVDQU  (SI)(AX*2), Y8
	VMOVDQU  (DX)(AX*2), Y9
	VMOVDQU  (R10)(AX*2), Y10
	VMOVDQU  (R11)(AX*2), Y11
	VPMADDWD Y10, Y8, Y12
	VPMADDWD Y10, Y9, Y13
	VPMADDWD Y11, Y8, Y14
	VPMADDWD Y11, Y9, Y15
	VPADDD   Y12, Y0, Y0
	VPADDD   Y13, Y4, Y4
	VPADDD   Y14, Y1, Y1
	VPADDD   Y15, Y5, Y5
	VMOVDQU  (R12)(AX*2), Y10
	VMOVDQU  (R13)(AX*2), Y11
	VPMADDWD Y10, Y8, Y12
	VPMADDWD Y10, Y9, Y13
	VPMADDWD Y11, Y8, Y14
	VPMADDWD Y11, Y9, Y15
	VPADDD   Y12, Y2, Y2
	VPADDD   Y13, Y6, Y6
	VPADDD   Y14, Y3, Y3
	VPADDD   Y15, Y7, Y7
	ADDQ     $16, AX
	CMPQ     AX, CX
	JLT      sixteen

	// The lanes of four sums become one each: X0 the first row's, X4 the second's.
	VPHADDD      Y1, Y0, Y0
	VPHADDD      Y3, Y2, Y2
	VPHADDD      Y2, Y0, Y0
	VPHADDD      Y5, Y4, Y4
	VPHADDD      Y7, Y6, Y6
	VPHADDD      Y6, Y4, Y4
	VEXTRACTI128 $1, Y0, X8
	VEXTRACTI128 $1, Y4, X9
	VPADDD       X8, X0, X0
	VPADDD       X9, X4, X4

	// y += sum * (xBy * wBy)
	MOVQ         product_wBy(R9), AX
	VMOVUPS      (AX), X10
	VBROADCASTSS (R8), X8
	VMULPS       X10, X8, X8
	VCVTDQ2PS    X0, X0
	VMULPS       X8, X0, X0
	VADDPS       (DI), X0, X0
	VMOVUPS      X0, (DI)
	CMPQ         BX, $1
	JEQ          done
	MOVQ         product_byStep(R9), AX
	LEAQ         (R8)(AX*4), R8
	VBROADCASTSS (R8), X9
	LEAQ         (R8)(AX*4), R8
	VMULPS       X10, X9, X9
	VCVTDQ2PS    X4, X4
	VMULPS       X9, X4, X4
	MOVQ         product_yStep(R9), AX
	LEAQ         (DI)(AX*4), DI
	VADDPS       (DI), X4, X4
	VMOVUPS      X4, (DI)
	LEAQ         (DI)(AX*4), DI

	MOVQ product_xStep(R9), AX
	LEAQ (DX)(AX*2), SI
	SUBQ $2, BX
	JGT  rows

done:
	VZEROUPPER
	RET
