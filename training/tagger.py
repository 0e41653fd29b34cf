"""The tagger: an encoder, a linear-chain conditional random field for source, cue and content, and a second head for names.

The chain begins anew with each paragraph. Lafferty, McCallum and Pereira 2001.
"""
import torch
from torch import nn
from torch.nn import functional as F

from encoder import Encoder, Plan
from windows import NAMES, TAGS

IMPOSSIBLE = -1e4


class Tagger(nn.Module):
    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder
        self.tags = nn.Linear(encoder.plan.width, TAGS)
        self.names = nn.Linear(encoder.plan.width, NAMES)
        self.steps = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.first = nn.Parameter(torch.zeros(TAGS))
        barred = torch.zeros(TAGS, TAGS)
        for y in range(2, TAGS, 2):
            barred[:, y] = IMPOSSIBLE
            barred[y - 1, y] = barred[y, y] = 0
        self.register_buffer("barred", barred)
        self.register_buffer("barred_first", torch.tensor([IMPOSSIBLE if y and y % 2 == 0 else 0.0 for y in range(TAGS)]))

    def forward(self, columns, at):
        """columns [4, windows, pieces], at [windows, tokens] -> scores of tags and of names, [windows, tokens, ...]."""
        states = self.encoder(*columns)
        states = states.gather(1, at[:, :, None].expand(-1, -1, states.shape[2]))
        return self.tags(states).float(), self.names(states).float()

    @staticmethod
    def held(emitted, real):
        """The scores of tags with padding held outside: whatever is behind the last token is O for certain."""
        padding = torch.full_like(emitted, IMPOSSIBLE)
        padding[:, :, 0] = 0
        return torch.where(real[:, :, None], emitted, padding)

    def links(self):
        return self.steps + self.barred, self.first + self.barred_first

    def forward_scores(self, emitted, opens):
        """log of the sum over all paths up to each token, [windows, tokens, tags]."""
        steps, first = self.links()
        whole = steps.exp()
        start = first
        alphas = []
        alpha = emitted[:, 0] + first
        alphas.append(alpha)
        open_now = opens.unbind(1)
        for t in range(1, emitted.shape[1]):
            most = alpha.max(1, keepdim=True).values
            shifted = (alpha - most).exp()
            inside = (shifted @ whole).clamp_min(1e-30).log()
            anew = shifted.sum(1, keepdim=True).log() + start
            alpha = torch.where(open_now[t][:, None], anew, inside) + most + emitted[:, t]
            alphas.append(alpha)
        return torch.stack(alphas, 1)

    def backward_scores(self, emitted, opens):
        steps, first = self.links()
        whole = steps.exp().T
        beta = torch.zeros_like(emitted[:, 0])
        betas = [beta]
        open_now = opens.unbind(1)
        for t in range(emitted.shape[1] - 1, 0, -1):
            ahead = beta + emitted[:, t]
            most = ahead.max(1, keepdim=True).values
            shifted = (ahead - most).exp()
            inside = (shifted @ whole).clamp_min(1e-30).log()
            anew = torch.logsumexp(ahead - most + first, 1, keepdim=True).expand_as(inside)
            beta = torch.where(open_now[t][:, None], anew, inside) + most
            betas.append(beta)
        return torch.stack(betas[::-1], 1)

    def marginals(self, emitted, opens):
        """log of the probability of each tag of each token."""
        return F.log_softmax(self.forward_scores(emitted, opens) + self.backward_scores(emitted, opens), -1)

    def loss(self, emitted, opens, real, tags):
        """-log of the probability of the right path, summed over the windows. Padding must be held outside."""
        steps, first = self.links()
        alphas = self.forward_scores(emitted, opens)
        last = real.sum(1) - 1
        total = torch.logsumexp(alphas.gather(1, last[:, None, None].expand(-1, 1, alphas.shape[2]))[:, 0], 1)
        right = emitted.gather(2, tags[:, :, None])[:, :, 0]
        moved = torch.where(opens[:, 1:], first[tags[:, 1:]], steps[tags[:, :-1], tags[:, 1:]])
        right = (right * real).sum(1) + (moved * real[:, 1:]).sum(1) + first[tags[:, 0]]
        return (total - right).sum()

    @torch.no_grad()
    def best(self, emitted, opens):
        """Viterbi over a batch without padding worries: tags [windows, tokens]."""
        steps, first = self.links()
        score = emitted[:, 0] + first
        back = []
        for t in range(1, emitted.shape[1]):
            inside, came = (score[:, :, None] + steps[None]).max(1)
            anew, last = (score).max(1, keepdim=True)
            opened = opens[:, t][:, None]
            score = torch.where(opened, anew + first, inside) + emitted[:, t]
            back.append(torch.where(opened, last.expand_as(came), came))
        y = score.argmax(1)
        path = [y]
        for came in reversed(back):
            y = came.gather(1, y[:, None])[:, 0]
            path.append(y)
        return torch.stack(path[::-1], 1)


def save(path, tagger, **more):
    torch.save({"plan": vars(tagger.encoder.plan), "weights": tagger.state_dict(), **more}, path)


def restore(path):
    kept = torch.load(path, map_location="cpu", weights_only=False)
    tagger = Tagger(Encoder(Plan(**kept["plan"])))
    tagger.load_state_dict({k: v for k, v in kept["weights"].items() if not k.startswith("vectors.")})
    return tagger, kept
