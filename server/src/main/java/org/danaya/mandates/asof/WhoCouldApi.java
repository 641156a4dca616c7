package org.danaya.mandates.asof;

import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.form.ApiOperation;
import org.danaya.form.ApiParameter;
import org.danaya.form.Query;
import org.danaya.mandates.MandateFault;
import org.danaya.page.Needs;
import org.danaya.page.PageFault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who could, on a day, for programs. */
@RestController
class WhoCouldApi {

    private final Asking asking;

    WhoCouldApi(Asking asking) {
        this.asking = asking;
    }

    @Needs(Right.READ_MANDATES)
    @ApiOperation(
            id = "whoCould",
            about = "Who could do something in a structure’s name on a day, with the proofs.")
    @ApiParameter(name = "structure", about = "The structure’s identifier.")
    @ApiParameter(name = "power", about = "The power, such as SIGNER.")
    @ApiParameter(name = "on", about = "The day, such as 2026-03-31.")
    @ApiParameter(
            name = "known",
            about = "As it was known at the end of this day; where absent, of that day.")
    @GetMapping("/api/v1/mandates/as-of")
    Proofs.Told asOf(Query query) {
        return switch (asking.read(query)) {
            case Asking.Read.Whole(WhoCould.Question question) -> asking.told(question);
            case Asking.Read.Unknown _ -> throw new Fault(MandateFault.UNKNOWN);
            case Asking.Read.Partial _ -> throw new Fault(PageFault.MALFORMED);
        };
    }
}
